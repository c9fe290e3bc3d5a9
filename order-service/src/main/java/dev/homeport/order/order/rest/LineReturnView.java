package dev.homeport.order.order.rest;

import dev.homeport.order.order.Held;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.order.order.Reversal;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Goods of an order that came back. */
@Schema(name = "OrderReturn", description = "Goods of an order that came back.")
public record LineReturnView(
    @Schema(examples = "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a") String id,
    @Schema(examples = "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c") String orderId,
    @Schema(examples = "R-1001-1") String externalId,
    Instant returnedAt,
    Money amount,
    @Nullable String reason,
    @Schema(description = "What came back of which line.") List<LineView> lines,
    @Schema(
            description =
                "Why the return does not count on the order. It does as soon as the reason is gone.")
        @Nullable Held held,
    @Nullable ReversalView reversal) {

  /** How much of a line came back. */
  @Schema(name = "OrderReturnLine")
  public record LineView(
      int lineNo, @Schema(implementation = String.class, examples = "1") BigDecimal quantity) {}

  /** That the return was a mistake. */
  @Schema(name = "ReturnReversal", description = "That a return was a mistake.")
  public record ReversalView(Instant reversedAt, @Nullable String reason) {
    public static @Nullable ReversalView from(@Nullable Reversal reversal) {
      return reversal == null ? null : new ReversalView(reversal.reversedAt(), reversal.reason());
    }
  }

  /** A return that the order has. */
  static LineReturnView from(Order order, LineReturn back) {
    return from(order, order.returnBook().of(back.id()).orElseThrow());
  }

  static LineReturnView from(Order order, ReturnBook.Entry entry) {
    LineReturn back = entry.back();
    List<LineReturn.ReturnedLine> lines = entry.counts() ? entry.lines() : back.lines();
    return new LineReturnView(
        Ids.show("ret", back.id()),
        Ids.show("ord", order.id()),
        back.externalId(),
        back.returnedAt(),
        new Money(back.amount(), order.document().currency()),
        back.reason(),
        lines.stream().map(line -> new LineView(line.lineNo(), line.quantity())).toList(),
        entry.held(),
        ReversalView.from(back.reversal()));
  }
}
