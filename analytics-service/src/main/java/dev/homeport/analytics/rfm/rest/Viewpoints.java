package dev.homeport.analytics.rfm.rest;

import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Finds out from which day, and in which currency, a request looks at the customers. */
@ApplicationScoped
class Viewpoints {
  private final CurrentTenant tenant;
  private final Clock clock;

  Viewpoints(CurrentTenant tenant, Clock clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  Viewpoint of(AsOf asOf) {
    TenantSettings settings = tenant.settings();
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
    return new Viewpoint(asOf.day(today), today, settings.reportingCurrency());
  }

  /**
   * From where to look.
   *
   * @param past the day that was asked for; empty for now
   */
  record Viewpoint(Optional<LocalDate> past, LocalDate today, Currency currency) {

    /** The day to name in the answer. */
    LocalDate asOf() {
      return past.orElse(today);
    }
  }
}
