package dev.homeport.customer.inbound;

import dev.homeport.customer.contact.Disguises;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What marketplaces put in the place of values, as it is configured. */
final class ConfiguredDisguises {
  private ConfiguredDisguises() {}

  @Produces
  @Singleton
  static Disguises disguises(BuyerConfig config) {
    return new Disguises(config.relayDomains());
  }
}
