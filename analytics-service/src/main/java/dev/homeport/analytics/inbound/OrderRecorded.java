package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.OrderState;
import dev.homeport.analytics.fact.OrderState.ProductLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.homeport.order.recorded.v1}: an order as it now stands.
 *
 * @param total in the order's own currency
 * @param returned in the order's own currency
 * @param reporting absent while the conversion is pending
 */
record OrderRecorded(
    UUID orderId,
    UUID identityId,
    long revision,
    String channel,
    String market,
    Instant placedAt,
    String status,
    List<Line> lines,
    BigDecimal total,
    BigDecimal returned,
    @Nullable Reporting reporting)
    implements OrderEvent {

  OrderRecorded {
    requireNonNull(orderId, "orderId");
    requireNonNull(identityId, "identityId");
    requireNonNull(placedAt, "placedAt");
    requireNonNull(status, "status");
    requireNonNull(total, "total");
    requireNonNull(returned, "returned");
    lines = List.copyOf(lines);
  }

  /** One line of the order. */
  record Line(String kind, BigDecimal quantity, BigDecimal returnedQuantity) {}

  /** The order in the tenant's reporting currency. */
  record Reporting(BigDecimal total, BigDecimal returned) {}

  @Override
  public Fact fact() {
    OrderState state =
        new OrderState(status.equals("cancelled"), total, returned, products(), contribution());
    return new Fact(
        identityId,
        orderId,
        Fact.Kind.order,
        placedAt,
        channel,
        market,
        state.counted(),
        state.contribution(),
        revision);
  }

  private List<ProductLine> products() {
    return lines.stream()
        .filter(line -> line.kind().equals("product"))
        .map(line -> new ProductLine(line.quantity(), line.returnedQuantity()))
        .toList();
  }

  private Optional<Contribution> contribution() {
    return Optional.ofNullable(reporting).map(r -> new Contribution(r.total(), r.returned()));
  }
}
