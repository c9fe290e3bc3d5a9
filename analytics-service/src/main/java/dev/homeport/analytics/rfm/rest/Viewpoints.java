package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Finds out by which scoring, from which day and in which currency a request looks. */
@ApplicationScoped
class Viewpoints {
  private final CurrentTenant tenant;
  private final Schemes schemes;
  private final Clock clock;

  Viewpoints(CurrentTenant tenant, Schemes schemes, Clock clock) {
    this.tenant = tenant;
    this.schemes = schemes;
    this.clock = clock;
  }

  Viewpoint of(ByScoring scoring, AsOf asOf) {
    TenantSettings settings = tenant.settings();
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
    return new Viewpoint(scoring.of(schemes), asOf.day(today), today, settings.reportingCurrency());
  }

  /**
   * From where to look.
   *
   * @param past the day that was asked for; empty for now
   */
  record Viewpoint(Scheme scheme, Optional<LocalDate> past, LocalDate today, Currency currency) {

    /** The day to name in the answer. */
    LocalDate asOf() {
      return past.orElse(today);
    }

    /** What is seen from there. */
    Snapshot snapshot(Snapshots snapshots) {
      return past.map(day -> snapshots.asOf(scheme, day)).orElseGet(() -> snapshots.now(scheme));
    }
  }
}
