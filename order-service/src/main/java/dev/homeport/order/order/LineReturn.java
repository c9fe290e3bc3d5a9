package dev.homeport.order.order;

import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of an order that came back.
 *
 * @param externalId the source's number of the return, unique within the order
 * @param amount what was refunded, in the order's currency
 */
public record LineReturn(
    UUID id,
    String externalId,
    Instant returnedAt,
    BigDecimal amount,
    @Nullable String reason,
    List<ReturnedLine> lines) {

  public LineReturn {
    returnedAt = returnedAt.truncatedTo(ChronoUnit.MICROS);
    amount = Decimal.canonical(amount);
    lines = List.copyOf(lines);
  }

  /** How much of a line came back. */
  public record ReturnedLine(int lineNo, BigDecimal quantity) {
    public ReturnedLine {
      quantity = Decimal.canonical(quantity);
    }
  }

  boolean sameContentAs(LineReturn other) {
    return equals(
        new LineReturn(
            id, other.externalId, other.returnedAt, other.amount, other.reason, other.lines));
  }
}
