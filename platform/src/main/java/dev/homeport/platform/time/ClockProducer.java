package dev.homeport.platform.time;

import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of the service: UTC, in the microseconds that PostgreSQL keeps. */
@Singleton
class ClockProducer {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  @Produces
  @Singleton
  @DefaultBean
  Clock clock(CurrentTenant tenant) {
    return new TenantClock(real(), tenant::clockAhead);
  }

  static Clock real() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
