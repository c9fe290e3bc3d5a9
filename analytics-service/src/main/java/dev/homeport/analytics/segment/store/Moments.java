package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Moment;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What time it is where the present tenant is. */
@ApplicationScoped
class Moments {
  private final CurrentTenant tenant;
  private final Clock clock;

  Moments(CurrentTenant tenant, Clock clock) {
    this.tenant = tenant;
    this.clock = clock;
  }

  Moment now() {
    return Moment.of(clock.instant(), tenant.settings().timeZone());
  }

  /** The beginning of a day. */
  Moment beginningOf(LocalDate day) {
    return new Moment(day.atStartOfDay(tenant.settings().timeZone()).toInstant(), day);
  }

  /** The day of an instant. */
  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, tenant.settings().timeZone());
  }
}
