package dev.homeport.analytics.report;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * From where a report looks at the customers.
 *
 * @param past the day that was asked for; empty for now
 * @param today in the tenant's time zone
 * @param currency in which the tenant reports
 */
public record Viewpoint(Optional<LocalDate> past, LocalDate today, Currency currency) {

  /** The last day that counts. */
  public LocalDate asOf() {
    return past.orElse(today);
  }
}
