package dev.homeport.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The number by which a consumer tells newer state from older. Microseconds of the clock, so that
 * it goes on rising after a database was restored from a backup; and always above the previous.
 */
public final class Revision {
  /** The revision of something that does not exist yet. */
  public static final long NONE = 0;

  private Revision() {}

  /**
   * The next revision of a thing: {@code max(previous + 1, microseconds since 1970)}, in real time
   * also where the clock of a sandbox runs ahead.
   */
  public static long next(long previous, Clock clock) {
    Clock real = clock instanceof TenantClock tenants ? tenants.real() : clock;
    return Math.max(previous + 1, ChronoUnit.MICROS.between(Instant.EPOCH, real.instant()));
  }
}
