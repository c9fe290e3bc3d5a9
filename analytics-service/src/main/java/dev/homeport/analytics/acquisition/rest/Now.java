package dev.homeport.analytics.acquisition.rest;

import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** The present time of the tenant, and the currency in which it counts. */
@ApplicationScoped
class Now {
  private final CurrentTenant tenant;
  private final Clock clock;

  Now(CurrentTenant tenant, Clock clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  Instant instant() {
    return clock.instant();
  }

  LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
  }

  Currency currency() {
    return tenant.settings().reportingCurrency();
  }
}
