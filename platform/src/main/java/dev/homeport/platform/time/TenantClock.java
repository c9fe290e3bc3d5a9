package dev.homeport.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * Business time: for a sandbox whose clock was set, ahead of the real time and running on from
 * there; for all others, and outside any tenant, the real time.
 */
final class TenantClock extends Clock {
  private final Clock real;
  private final Supplier<Duration> ahead;

  TenantClock(Clock real, Supplier<Duration> ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  /** The same clock without the lead of the tenant. */
  Clock real() {
    return real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new TenantClock(real.withZone(zone), ahead);
  }
}
