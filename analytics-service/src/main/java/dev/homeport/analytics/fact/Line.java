package dev.homeport.analytics.fact;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product on an order.
 *
 * @param sku case-sensitive
 * @param name as the source names it
 * @param quantity what was ordered
 * @param returned how much of that came back
 * @param unitPrice in the order's own currency
 */
public record Line(
    String sku,
    Optional<String> name,
    Optional<String> category,
    BigDecimal quantity,
    BigDecimal returned,
    BigDecimal unitPrice) {

  boolean fullyReturned() {
    return returned.compareTo(quantity) >= 0;
  }
}
