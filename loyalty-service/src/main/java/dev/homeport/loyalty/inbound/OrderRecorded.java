package dev.homeport.loyalty.inbound;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dev.homeport.order.recorded.v1}: the whole order as it now stands. */
record OrderRecorded(
    UUID orderId,
    UUID identityId,
    long revision,
    String channel,
    String market,
    @Nullable String country,
    Instant placedAt,
    String status,
    Currency currency,
    List<RecordedLine> lines,
    BigDecimal total,
    BigDecimal returned,
    @Nullable List<Return> returns,
    @Nullable Instant deliveredAt,
    @Nullable Reporting reporting)
    implements OrderEvent {
  static final String TYPE = "dev.homeport.order.recorded.v1";

  /** When goods came back; how many is told by the lines. */
  record Return(Instant returnedAt) {}

  @Override
  public Fact fact() {
    return new OrderFact(
        orderId,
        identityId,
        revision,
        channel,
        market,
        country,
        OrderEvent.micros(placedAt),
        status,
        currency,
        lines.stream().map(RecordedLine::line).toList(),
        total,
        returned,
        lastReturnAt(),
        deliveredAt == null ? null : OrderEvent.micros(deliveredAt),
        Reporting.exchange(reporting));
  }

  private @Nullable Instant lastReturnAt() {
    return returns == null
        ? null
        : returns.stream()
            .map(Return::returnedAt)
            .max(Comparator.naturalOrder())
            .map(OrderEvent::micros)
            .orElse(null);
  }
}
