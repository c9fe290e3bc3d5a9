package dev.homeport.order.intake;

import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.order.ReversalDecision;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says that a free return was a mistake, on the order that it names as well; once. */
public final class ReturnReversal {
  private final FreeReturns returns;
  private final Orders orders;
  private final WaitingFacts waiting;
  private final OrderChanges changes;
  private final Publication publication;
  private final Clock clock;

  public ReturnReversal(
      FreeReturns returns,
      Orders orders,
      WaitingFacts waiting,
      OrderChanges changes,
      Publication publication,
      Clock clock) {
    this.returns = returns;
    this.orders = orders;
    this.waiting = waiting;
    this.changes = changes;
    this.publication = publication;
    this.clock = clock;
  }

  /**
   * A reversed return.
   *
   * @param fresh whether it was reversed just now
   */
  public record Reversed(FreeReturn back, boolean fresh) {}

  /** Reverses a free return, wherever it counts; empty when there is none. */
  public Optional<Reversed> reverse(UUID id, Reversal reversal) {
    return returns.find(id).flatMap(seen -> reverse(seen, reversal));
  }

  /** The order is locked before the return, as everywhere. */
  private Optional<Reversed> reverse(FreeReturn seen, Reversal reversal) {
    Optional<Order> order = seen.orderKey().flatMap(this::known);
    return returns.lock(Set.of(seen.id())).stream()
        .findFirst()
        .map(
            back -> {
              if (back.reversal() != null) {
                return new Reversed(back, false);
              }
              if (!onOrder(order, back, reversal)) {
                reverseAlone(back, reversal);
              }
              return new Reversed(returns.find(back.id()).orElseThrow(), true);
            });
  }

  /** An order that is just being added must not take the return with it unseen. */
  private Optional<Order> known(OrderKey key) {
    if (orders.existing(Set.of(key)).isEmpty()) {
      waiting.close();
    }
    return lock(key);
  }

  private boolean onOrder(Optional<Order> order, FreeReturn back, Reversal reversal) {
    return order
        .flatMap(known -> changes.reverse(known.id(), back.id(), reversal))
        .filter(decision -> decision instanceof ReversalDecision.Reversed)
        .isPresent();
  }

  private Optional<Order> lock(OrderKey key) {
    return orders.lock(Set.of(key)).values().stream().findFirst();
  }

  private void reverseAlone(FreeReturn back, Reversal reversal) {
    FreeReturn mistake = back.reversed(reversal, clock);
    returns.update(List.of(mistake));
    publication.publish(List.of(new Announcement.ReturnStands(mistake, ReturnChange.REVERSED)));
  }
}
