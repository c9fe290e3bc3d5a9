package dev.homeport.order.support;

import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.WaitingFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Facts that wait in memory; duplicates are left to the order that takes them out. */
public final class MemoryWaitingFacts implements WaitingFacts {
  private final Map<OrderKey, List<SourceFact>> facts = new HashMap<>();

  @Override
  public void close() {}

  @Override
  public void keep(SortedMap<OrderKey, List<SourceFact>> told) {
    told.forEach((key, more) -> facts.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(more));
  }

  @Override
  public Map<OrderKey, List<SourceFact>> takeOut(Collection<OrderKey> keys) {
    Map<OrderKey, List<SourceFact>> found = new HashMap<>();
    for (OrderKey key : keys) {
      List<SourceFact> waiting = facts.remove(key);
      if (waiting != null) {
        found.put(key, waiting);
      }
    }
    return found;
  }
}
