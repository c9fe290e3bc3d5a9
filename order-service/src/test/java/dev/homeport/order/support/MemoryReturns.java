package dev.homeport.order.support;

import dev.homeport.order.order.OrderKey;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
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

/** Free returns in memory, for laws over thousands of histories. */
public final class MemoryReturns implements FreeReturns {
  private final Map<OrderKey, FreeReturn> returns = new TreeMap<>();

  /** All of them, by their key. */
  public Map<OrderKey, FreeReturn> all() {
    return returns;
  }

  @Override
  public Set<UUID> insert(Collection<FreeReturn> candidates) {
    Set<UUID> inserted = new HashSet<>();
    for (FreeReturn back : candidates) {
      if (returns.putIfAbsent(back.document().key(), back) == null) {
        inserted.add(back.id());
      }
    }
    return inserted;
  }

  @Override
  public void update(Collection<FreeReturn> changed) {
    changed.forEach(back -> returns.put(back.document().key(), back));
  }

  @Override
  public Map<OrderKey, FreeReturn> find(Collection<OrderKey> keys) {
    Map<OrderKey, FreeReturn> found = new HashMap<>(returns);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public Optional<FreeReturn> find(UUID id) {
    return returns.values().stream().filter(back -> back.id().equals(id)).findFirst();
  }

  @Override
  public List<FreeReturn> lock(Collection<UUID> ids) {
    return returns.values().stream().filter(back -> ids.contains(back.id())).toList();
  }

  @Override
  public List<FreeReturn> lockNaming(Collection<OrderKey> orders) {
    return returns.values().stream()
        .filter(back -> back.orderKey().filter(orders::contains).isPresent())
        .toList();
  }

  @Override
  public List<FreeReturn> lockOfDays(
      LocalDate from, LocalDate to, @Nullable Currency currency, int limit, @Nullable UUID after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<FreeReturn> lockPending(
      LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<FreeReturn> returned(
      @Nullable Instant from, @Nullable Instant to, @Nullable Position after, int limit) {
    throw new UnsupportedOperationException();
  }
}
