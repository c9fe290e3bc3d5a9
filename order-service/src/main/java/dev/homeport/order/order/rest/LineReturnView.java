package dev.homeport.order.order.rest;

import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
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
    List<LineView> lines) {

  /** How much of a line came back. */
  @Schema(name = "OrderReturnLine")
  public record LineView(
      int lineNo, @Schema(implementation = String.class, examples = "1") BigDecimal quantity) {}

  static LineReturnView from(Order order, LineReturn back) {
    return new LineReturnView(
        Ids.show("ret", back.id()),
        Ids.show("ord", order.id()),
        back.externalId(),
        back.returnedAt(),
        new Money(back.amount(), order.document().currency()),
        back.reason(),
        back.lines().stream().map(line -> new LineView(line.lineNo(), line.quantity())).toList());
  }
}
