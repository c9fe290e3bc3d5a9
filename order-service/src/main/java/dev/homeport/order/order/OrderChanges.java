package dev.homeport.order.order;

import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What calls do to one order, in the present transaction. */
public final class OrderChanges {
  private final Orders orders;
  private final Publication publication;
  private final Clock clock;

  public OrderChanges(Orders orders, Publication publication, Clock clock) {
    this.orders = orders;
    this.publication = publication;
    this.clock = clock;
  }

  /** Calls an order off; empty when there is none. */
  public Optional<CancellationDecision> cancel(UUID id, Cancellation cancellation) {
    return orders
        .lock(id)
        .map(
            order -> {
              CancellationDecision decision = order.cancel(cancellation, clock);
              if (decision instanceof CancellationDecision.Done(Order cancelled)) {
                write(cancelled, OrderChange.CANCELLED);
              }
              return decision;
            });
  }

  /** Takes goods of an order back; empty when there is none. */
  public Optional<ReturnDecision> giveBack(UUID id, LineReturn back) {
    return orders
        .lock(id)
        .map(
            order -> {
              ReturnDecision decision = order.giveBack(back, clock);
              if (decision instanceof ReturnDecision.Recorded(Order reduced, LineReturn _)) {
                write(reduced, OrderChange.RETURNED);
              }
              return decision;
            });
  }

  private void write(Order order, OrderChange change) {
    orders.update(List.of(order));
    publication.publish(List.of(new Announcement.OrderStands(order, change)));
  }
}
