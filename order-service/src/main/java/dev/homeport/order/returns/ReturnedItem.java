package dev.homeport.order.returns;

import dev.homeport.order.order.LineKind;
import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of a free return, in the return's currency. Quantities are above zero. */
public record ReturnedItem(
    int lineNo,
    String sku,
    @Nullable String name,
    BigDecimal quantity,
    BigDecimal unitPrice,
    LineKind kind) {

  public ReturnedItem {
    quantity = Decimal.canonical(quantity);
    unitPrice = Decimal.canonical(unitPrice);
  }

  BigDecimal total() {
    return quantity.multiply(unitPrice);
  }
}
