package dev.homeport.loyalty.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it now stands, returns included.
 *
 * @param status {@code placed, paid, shipped, delivered} or {@code cancelled}
 * @param total what was to be paid, in the order's currency
 * @param returned what has been given back of the total
 * @param lastReturnAt the latest of its returns, null when there is none
 * @param deliveredAt when it arrived, null when that is not known
 * @param exchange its rate into the reporting currency, null while that is not known
 */
public record OrderFact(
    UUID id,
    UUID identityId,
    long revision,
    String channel,
    String market,
    @Nullable String country,
    Instant placedAt,
    String status,
    Currency currency,
    List<OrderLine> lines,
    BigDecimal total,
    BigDecimal returned,
    @Nullable Instant lastReturnAt,
    @Nullable Instant deliveredAt,
    @Nullable Exchange exchange)
    implements Fact {

  /** Copies the lines. */
  public OrderFact {
    lines = List.copyOf(lines);
  }

  @Override
  public Instant occurredAt() {
    return placedAt;
  }

  @Override
  public Instant effectiveAt() {
    return lastReturnAt == null || lastReturnAt.isBefore(placedAt) ? placedAt : lastReturnAt;
  }

  /** Whether it was called off. */
  public boolean cancelled() {
    return status.equals("cancelled");
  }

  /** Whether something of it came back, or it was called off. */
  public boolean reduced() {
    return returned.signum() != 0 || cancelled();
  }

  /** The order as if nothing of it had come back, and it had not been called off. */
  public OrderFact whole() {
    return new OrderFact(
        id,
        identityId,
        revision,
        channel,
        market,
        country,
        placedAt,
        cancelled() ? "placed" : status,
        currency,
        lines.stream().map(OrderLine::whole).toList(),
        total,
        BigDecimal.ZERO,
        null,
        deliveredAt,
        exchange);
  }

  /** Nothing of a positive total is left. */
  public boolean fullyReturned() {
    return total.signum() > 0 && returned.compareTo(total) >= 0;
  }

  /** Product lines of which something was kept. */
  public List<OrderLine> keptProducts() {
    return lines.stream()
        .filter(line -> line.kind() == OrderLine.Kind.PRODUCT && line.keptQuantity().signum() > 0)
        .toList();
  }
}
