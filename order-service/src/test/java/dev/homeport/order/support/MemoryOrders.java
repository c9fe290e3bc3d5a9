package dev.homeport.order.support;

import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in memory, for laws over thousands of histories. The real table has its own tests. */
public final class MemoryOrders implements Orders {
  private final Map<OrderKey, Order> orders = new HashMap<>();
  private final Map<OrderKey, Set<OrderDocument>> archived = new TreeMap<>();

  /** The documents that stand. */
  public Map<OrderKey, OrderDocument> contents() {
    Map<OrderKey, OrderDocument> contents = new HashMap<>();
    orders.forEach((key, order) -> contents.put(key, order.document()));
    return contents;
  }

  /** The documents that were replaced. */
  public Map<OrderKey, Set<OrderDocument>> archived() {
    return archived;
  }

  /** The orders, by their key. */
  public Map<OrderKey, Order> all() {
    return orders;
  }

  /** An order that exists. */
  public Order byId(UUID id) {
    return find(id).orElseThrow();
  }

  @Override
  public Set<UUID> insert(Collection<Order> candidates) {
    Set<UUID> inserted = new HashSet<>();
    for (Order order : candidates) {
      if (orders.putIfAbsent(order.document().key(), order) == null) {
        inserted.add(order.id());
      }
    }
    return inserted;
  }

  @Override
  public void update(Collection<Order> changed) {
    changed.forEach(order -> orders.put(order.document().key(), order));
  }

  @Override
  public void archive(Collection<Order> replaced, Instant at) {
    replaced.forEach(
        order ->
            archived
                .computeIfAbsent(order.document().key(), _ -> new HashSet<>())
                .add(order.document()));
  }

  @Override
  public Map<OrderKey, Order> lock(Collection<OrderKey> keys) {
    Map<OrderKey, Order> found = new HashMap<>(orders);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public Set<OrderKey> existing(Collection<OrderKey> keys) {
    return lock(keys).keySet();
  }

  @Override
  public Optional<Order> lock(UUID id) {
    return find(id);
  }

  @Override
  public Optional<Order> find(UUID id) {
    return orders.values().stream().filter(order -> order.id().equals(id)).findFirst();
  }

  @Override
  public List<Order> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Order> lockPending(LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Replaced> replaced(UUID id, HistoryPosition before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Order> search(OrderSearch search, @Nullable Position after, int limit) {
    throw new UnsupportedOperationException();
  }
}
