package dev.homeport.customer.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** {@code homeport.customer.privacy.*}: who takes part in a person's request. */
@ConfigMapping(prefix = "homeport.customer.privacy")
interface PrivacyConfig {

  /** The services that must have answered before a request is done. */
  @WithDefault("customer-service,order-service,analytics-service,loyalty-service,gateway")
  Set<String> services();
}
