package dev.homeport.order.support;

import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderState;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.order.order.Standing;
import dev.homeport.order.returns.FreeReturn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a source's history decides: the orders and the free returns as they stand,
 * without what tells when we heard of it.
 */
public record Outcome(Map<OrderKey, End> orders, Map<OrderKey, Free> returns) {
  /** How an order stands. */
  public record End(
      OrderDocument document,
      OrderState state,
      @Nullable Cancellation cancellation,
      Map<OrderStatus, Instant> reached,
      List<String> steps,
      List<Back> returns,
      String returned) {}

  /** How a return stands on its order. */
  public record Back(
      String externalId, boolean free, List<LineReturn.ReturnedLine> lines, @Nullable Held held) {}

  /** How a free return stands. */
  public record Free(@Nullable OrderKey attachedTo, @Nullable Held held, boolean counts) {}

  /** What these come to. */
  public static Outcome of(Collection<Order> orders, Collection<FreeReturn> returns) {
    Map<UUID, OrderKey> keys =
        orders.stream().collect(Collectors.toMap(Order::id, order -> order.document().key()));
    var ends = new TreeMap<OrderKey, End>();
    orders.forEach(order -> ends.put(order.document().key(), end(order)));
    var frees = new TreeMap<OrderKey, Free>();
    for (FreeReturn back : returns) {
      OrderKey order = back.attachedTo() == null ? null : keys.get(back.attachedTo());
      frees.put(back.document().key(), new Free(order, back.held(), back.counts()));
    }
    return new Outcome(ends, frees);
  }

  private static End end(Order order) {
    Standing standing = order.standing();
    ReturnBook book = order.returnBook();
    return new End(
        order.document(),
        standing.state(),
        standing.cancellation(),
        standing.reached(),
        order.facts().steps().stream().map(step -> step.at() + " " + step.kind()).toList(),
        book.entries().stream()
            .map(
                entry ->
                    new Back(
                        entry.back().externalId(),
                        entry.back().free(),
                        entry.lines(),
                        entry.held()))
            .toList(),
        book.amount().toPlainString());
  }
}
