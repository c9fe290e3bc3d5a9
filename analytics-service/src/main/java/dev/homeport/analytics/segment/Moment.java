package dev.homeport.analytics.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When customers are looked at.
 *
 * @param today the day of that instant where the tenant is
 */
public record Moment(Instant at, LocalDate today) {

  /** An instant, where the tenant is. */
  public static Moment of(Instant at, ZoneId zone) {
    return new Moment(at, LocalDate.ofInstant(at, zone));
  }
}
