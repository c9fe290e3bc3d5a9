package dev.homeport.order.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders of the present tenant. Every call lies in a transaction. */
public interface Orders {

  /** Adds those whose key is still free, and names them. */
  Set<UUID> insert(Collection<Order> orders);

  /** Writes what changed; the rows are locked by the caller. */
  void update(Collection<Order> orders);

  /** Keeps documents that a later one has replaced. */
  void archive(Collection<Order> replaced, Instant at);

  /** Reads and locks those that exist, in an order in which nobody waits for each other. */
  Map<OrderKey, Order> lock(Collection<OrderKey> keys);

  Optional<Order> lock(UUID id);

  /** Locks the next {@code limit} orders without a rate, of these days, by id. */
  List<Order> lockPending(LocalDate from, LocalDate to, int limit, @Nullable UUID after);

  Optional<Order> find(UUID id);

  /** A page of the orders that match. */
  List<Order> search(OrderSearch search, @Nullable Position after, int limit);

  /** A row in the order of placement. */
  record Position(Instant placedAt, UUID id) {}
}
