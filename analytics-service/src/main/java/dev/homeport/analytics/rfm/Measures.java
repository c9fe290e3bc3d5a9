package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer is scored on.
 *
 * @param lastOrderDay calendar day, in the tenant's zone, of the last counted order
 * @param frequency counted orders, at least one
 * @param monetary order totals less returns in the reporting currency; may be negative
 */
public record Measures(LocalDate lastOrderDay, long frequency, BigDecimal monetary) {

  public Measures {
    if (frequency < 1) {
      throw new IllegalArgumentException("Only a customer with a counted order has measures");
    }
  }
}
