package dev.homeport.loyalty.journal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who belongs together, when it is known of pairs only. */
final class JoinedGroups {
  private final Map<UUID, UUID> leaders = new HashMap<>();

  void add(UUID one) {
    leader(one);
  }

  void join(UUID one, UUID other) {
    leaders.put(leader(one), leader(other));
  }

  /** The groups of these. */
  Collection<Set<UUID>> of(Collection<UUID> some) {
    var groups = new LinkedHashMap<UUID, Set<UUID>>();
    for (UUID one : some) {
      groups.computeIfAbsent(leader(one), _ -> new LinkedHashSet<>()).add(one);
    }
    return groups.values();
  }

  private UUID leader(UUID one) {
    UUID at = one;
    UUID next = leaders.putIfAbsent(at, at) == null ? at : leaders.getOrDefault(at, at);
    while (!next.equals(at)) {
      at = next;
      next = leaders.getOrDefault(at, at);
    }
    leaders.put(one, at);
    return at;
  }
}
