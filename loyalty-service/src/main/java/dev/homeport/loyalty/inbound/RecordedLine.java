package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.fact.OrderLine;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of an order or of a free return; the latter has neither discount nor tax. */
record RecordedLine(
    int lineNo,
    String sku,
    @Nullable String category,
    BigDecimal quantity,
    BigDecimal unitPrice,
    @Nullable BigDecimal discount,
    @Nullable BigDecimal tax,
    String kind,
    @Nullable BigDecimal returnedQuantity) {

  OrderLine line() {
    return new OrderLine(
        lineNo,
        sku,
        category,
        OrderLine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        quantity,
        unitPrice,
        orZero(discount),
        orZero(tax),
        orZero(returnedQuantity));
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
