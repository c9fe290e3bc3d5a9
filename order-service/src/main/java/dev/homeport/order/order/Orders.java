package dev.homeport.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders of the present tenant. Every call lies in a transaction. */
public interface Orders {

  /**
   * Adds those whose key is still free, and names them. Waits for whoever has closed the door of
   * {@link WaitingFacts}; afterwards it cannot be closed.
   */
  Set<UUID> insert(Collection<Order> orders);

  /** Writes what changed; the rows are locked by the caller. */
  void update(Collection<Order> orders);

  /** Keeps documents that a later one has replaced. */
  void archive(Collection<Order> replaced, Instant at);

  /** Which of these exist, without locking them. */
  Set<OrderKey> existing(Collection<OrderKey> keys);

  /** Reads and locks those that exist, in an order in which nobody waits for each other. */
  Map<OrderKey, Order> lock(Collection<OrderKey> keys);

  Optional<Order> lock(UUID id);

  /** Locks the next {@code limit} orders without a rate, of these days, by id. */
  List<Order> lockPending(LocalDate from, LocalDate to, int limit, @Nullable UUID after);

  /**
   * Locks the next {@code limit} orders of these days, by id.
   *
   * @param currency of the orders; null for all
   */
  List<Order> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after);

  Optional<Order> find(UUID id);

  /** Documents of an order that later ones have replaced, the last first. */
  List<Replaced> replaced(UUID id, HistoryPosition before, int limit);

  /** A page of the orders that match. */
  List<Order> search(OrderSearch search, @Nullable Position after, int limit);

  /**
   * A document that a later one has replaced.
   *
   * @param revision of the order before it was replaced
   * @param total null where it was not kept, as the other fields
   */
  record Replaced(
      long revision,
      Instant revisedAt,
      Recorded recorded,
      @Nullable Instant placedAt,
      @Nullable String country,
      @Nullable Currency currency,
      @Nullable BigDecimal total,
      OrderStatus status,
      List<Line> lines) {}

  /** A place among replaced documents. */
  record HistoryPosition(Instant recordedAt, long revision) {}

  /** A row in the order of placement. */
  record Position(Instant placedAt, UUID id) {}
}
