package dev.homeport.loyalty.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** {@code homeport.loyalty.expiry-notices.*}: when it is told that points will expire. */
@ConfigMapping(prefix = "homeport.loyalty.expiry-notices")
interface ExpiryNoticeConfig {

  /** How many days ahead. */
  @WithDefault("30,7,1")
  List<Integer> days();
}
