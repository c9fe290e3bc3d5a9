package dev.homeport.customer.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** {@code homeport.customer.buyers.*}: how the buyers of orders are read. */
@ConfigMapping(prefix = "homeport.customer.buyers")
interface BuyerConfig {

  /**
   * Domains through which marketplaces forward mail without telling the address; such an address is
   * no contact point. {@code marketplace.amazon.*} covers every country.
   */
  @WithDefault("marketplace.amazon.*,members.ebay.*,relay.walmart.com")
  List<String> relayDomains();
}
