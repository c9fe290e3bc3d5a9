package dev.homeport.loyalty.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order or of a free return.
 *
 * @param discount of the whole line, already off what is paid
 * @param tax of the whole line, part of what is paid
 * @param returnedQuantity how much of the quantity came back
 */
public record OrderLine(
    int lineNo,
    String sku,
    @Nullable String category,
    Kind kind,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    BigDecimal tax,
    BigDecimal returnedQuantity) {

  /** What a line stands for. */
  public enum Kind {
    /** Goods. */
    PRODUCT,
    /** Delivery. */
    SHIPPING,
    /** Anything else that changes the total. */
    ADJUSTMENT
  }

  /** What was paid for the part that was kept, tax included. */
  public BigDecimal keptAmount() {
    return kept(quantity.multiply(unitPrice).subtract(discount).add(tax));
  }

  /** The line as if nothing of it had come back. */
  OrderLine whole() {
    return returnedQuantity.signum() == 0
        ? this
        : new OrderLine(
            lineNo, sku, category, kind, quantity, unitPrice, discount, tax, BigDecimal.ZERO);
  }

  /** The tax on the part that was kept. */
  public BigDecimal keptTax() {
    return kept(tax);
  }

  /** How many pieces were kept. */
  public BigDecimal keptQuantity() {
    return quantity.subtract(returnedQuantity);
  }

  private BigDecimal kept(BigDecimal amount) {
    if (returnedQuantity.signum() == 0 || quantity.signum() == 0) {
      return amount;
    }
    return amount
        .multiply(quantity.subtract(returnedQuantity))
        .divide(quantity, MathContext.DECIMAL128);
  }
}
