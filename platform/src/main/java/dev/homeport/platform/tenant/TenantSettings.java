package dev.homeport.platform.tenant;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What the suite knows about a merchant, as published on {@code homeport.tenant.v1}.
 *
 * @param reportingCurrency the currency in which every order is also stated
 * @param timeZone where the tenant's days, months and tier periods begin
 * @param clockAhead how far the clock of a sandbox runs ahead of the real one; zero for all others
 * @param epoch how often a sandbox has been emptied
 * @param revision rises with every change; a lower one is never applied
 */
public record TenantSettings(
    UUID id,
    String slug,
    String name,
    Currency reportingCurrency,
    ZoneId timeZone,
    List<String> markets,
    boolean sandbox,
    String plan,
    Duration clockAhead,
    int epoch,
    long revision) {

  public TenantSettings {
    markets = List.copyOf(markets);
  }
}
