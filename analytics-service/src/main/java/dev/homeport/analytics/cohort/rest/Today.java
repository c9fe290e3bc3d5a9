package dev.homeport.analytics.cohort.rest;

import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;

/** The present day of the tenant, and the currency in which it counts. */
@ApplicationScoped
class Today {
  private final CurrentTenant tenant;
  private final Clock clock;

  Today(CurrentTenant tenant, Clock clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
  }

  Currency currency() {
    return tenant.settings().reportingCurrency();
  }
}
