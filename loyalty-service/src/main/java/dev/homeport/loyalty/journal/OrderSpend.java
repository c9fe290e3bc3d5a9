package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.OrderFact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Points that were set aside or spent for an order. They are back by the share of the order's value
 * that came back, rounded down once: so returns add up to all of them, whatever they were one by
 * one, and a return that is reversed never was.
 *
 * @param points of all identities, as they were taken
 * @param back how many of them are back because something of the order came back
 * @param returnedBefore what of the order had come back when they were taken
 * @param orderRevision at which the order was last looked at
 */
public record OrderSpend(
    UUID id, UUID orderId, long points, long back, BigDecimal returnedBefore, long orderRevision) {

  /**
   * Whether the order has to be looked at. One that is cancelled is over for whoever ordered it,
   * also when it has been told for somebody else by then.
   */
  public boolean follows(OrderFact order) {
    return order.cancelled() ? orderRevision != Long.MAX_VALUE : order.revision() > orderRevision;
  }

  /** At which revision the order has been looked at then; none comes after it was cancelled. */
  public long revisionAfter(OrderFact order) {
    return order.cancelled() ? Long.MAX_VALUE : order.revision();
  }

  /** How many of the points are back by what has come back of the order. */
  public long backBy(OrderFact order) {
    if (order.cancelled() || order.fullyReturned()) {
      return points;
    }
    BigDecimal rest = order.total().subtract(returnedBefore);
    BigDecimal came = order.returned().subtract(returnedBefore);
    return rest.signum() <= 0 || came.signum() <= 0 ? 0 : share(came, rest);
  }

  private long share(BigDecimal came, BigDecimal rest) {
    BigInteger whole =
        came.multiply(BigDecimal.valueOf(points)).divideToIntegralValue(rest).toBigInteger();
    return whole.min(BigInteger.valueOf(points)).longValueExact();
  }

  /**
   * The parts of the spend that are others now. The spender's own points come back first, then
   * those of the others; when a return is reversed, the spender bears what is taken again.
   *
   * @param parts of this spend, of all identities, also those of which nothing is taken
   */
  public List<Event.Spent> change(List<Event.Spent> parts, OrderFact order, Instant at) {
    long rest = backBy(order) - back;
    var changed = new ArrayList<Event.Spent>();
    for (Event.Spent part : ownFirst(parts)) {
      if (rest == 0) {
        break;
      }
      long taken = Math.max(0, part.points() - rest);
      if (taken != part.points()) {
        changed.add(part.then(part.use(), taken, at));
        rest -= part.points() - taken;
      }
    }
    return changed;
  }

  private static List<Event.Spent> ownFirst(List<Event.Spent> parts) {
    Event.Spent any = parts.getFirst();
    Event.Spent own = any.of(any.spenderId(), 0, any.at());
    boolean known = parts.stream().anyMatch(part -> part.identityId().equals(part.spenderId()));
    return Stream.concat(parts.stream(), known ? Stream.empty() : Stream.of(own))
        .sorted(
            Comparator.comparing((Event.Spent part) -> !part.identityId().equals(part.spenderId()))
                .thenComparing(Event.Spent::identityId))
        .toList();
  }
}
