package dev.homeport.customer.privacy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Until when a request has to be answered.
 *
 * @param law that says so
 */
record Deadline(Instant at, String law) {

  /**
   * By the person's country: GDPR art. 12(3) one month, and everywhere else that has no rule here;
   * CCPA section 1798.130 45 days; LGPD art. 19 15 days; PIPEDA 4.9.4 30 days.
   */
  static Deadline of(@Nullable String country, Instant received, ZoneId zone) {
    return switch (country == null ? "" : country) {
      case "US" -> after(received, Period.ofDays(45), zone, "CCPA");
      case "BR" -> after(received, Period.ofDays(15), zone, "LGPD");
      case "CA" -> after(received, Period.ofDays(30), zone, "PIPEDA");
      case "GB", "UK" -> after(received, Period.ofMonths(1), zone, "UK GDPR");
      default -> after(received, Period.ofMonths(1), zone, "GDPR");
    };
  }

  private static Deadline after(Instant received, Period period, ZoneId zone, String law) {
    return new Deadline(received.atZone(zone).plus(period).toInstant(), law);
  }
}
