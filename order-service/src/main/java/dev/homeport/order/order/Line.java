package dev.homeport.order.order;

import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order. Amounts are in the order's currency.
 *
 * @param lineNo unique within the order
 * @param sku case-sensitive
 * @param quantity above zero, at most three decimals
 * @param unitPrice at most six decimals; negative only on an adjustment
 * @param discount taken off the whole line
 * @param tax added to the whole line
 */
public record Line(
    int lineNo,
    String sku,
    @Nullable String name,
    @Nullable String category,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    BigDecimal tax,
    LineKind kind) {

  public Line {
    quantity = Decimal.canonical(quantity);
    unitPrice = Decimal.canonical(unitPrice);
    discount = Decimal.canonical(discount);
    tax = Decimal.canonical(tax);
  }

  /** {@code quantity x unitPrice - discount + tax}, exactly. */
  public BigDecimal total() {
    return quantity.multiply(unitPrice).subtract(discount).add(tax);
  }
}
