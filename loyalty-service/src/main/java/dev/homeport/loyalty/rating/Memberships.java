package dev.homeport.loyalty.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is one member with whom, from what has been told of their customers so far: two identities
 * are together at a moment if they had the same customer at it and ever since. So those who were
 * merged are together from the merge on, and when it is reversed they never were, whatever else was
 * merged in between.
 */
public final class Memberships implements Together {
  private final Map<UUID, NavigableMap<Instant, UUID>> byIdentity = new HashMap<>();
  private final Map<UUID, List<UUID>> byCustomer = new HashMap<>();
  private final Map<UUID, Map<UUID, Instant>> since = new HashMap<>();

  /**
   * @param identities all that may be together
   * @param mappings theirs, as often as each has changed its customer
   */
  public Memberships(Collection<UUID> identities, Collection<Mapping> mappings) {
    identities.forEach(identity -> byIdentity.put(identity, new TreeMap<>()));
    for (Mapping mapping : mappings) {
      byIdentity
          .computeIfAbsent(mapping.identityId(), _ -> new TreeMap<>())
          .put(mapping.since(), mapping.customerId());
    }
    byIdentity.forEach(
        (identity, history) ->
            byCustomer
                .computeIfAbsent(now(history, identity), _ -> new ArrayList<>())
                .add(identity));
  }

  @Override
  public Set<UUID> at(UUID identity, Instant moment) {
    var together = new HashSet<UUID>();
    together.add(identity);
    since
        .computeIfAbsent(identity, this::others)
        .forEach(
            (other, from) -> {
              if (!from.isAfter(moment)) {
                together.add(other);
              }
            });
    return Set.copyOf(together);
  }

  private Map<UUID, Instant> others(UUID identity) {
    var others = new HashMap<UUID, Instant>();
    UUID customer = now(history(identity), identity);
    for (UUID other : byCustomer.getOrDefault(customer, List.of())) {
      Instant from = other.equals(identity) ? null : since(identity, other);
      if (from != null) {
        others.put(other, from);
      }
    }
    return others;
  }

  /** Since when two have been together without a break; null when they are not. */
  private @Nullable Instant since(UUID one, UUID other) {
    var changes = new TreeSet<Instant>();
    changes.addAll(history(one).keySet());
    changes.addAll(history(other).keySet());
    Instant from = null;
    for (Instant change : changes.descendingSet()) {
      if (!at(history(one), one, change).equals(at(history(other), other, change))) {
        return from;
      }
      from = change;
    }
    return from;
  }

  private NavigableMap<Instant, UUID> history(UUID identity) {
    return byIdentity.getOrDefault(identity, new TreeMap<>());
  }

  private static UUID now(NavigableMap<Instant, UUID> history, UUID identity) {
    Map.Entry<Instant, UUID> last = history.lastEntry();
    return last == null ? identity : last.getValue();
  }

  private static UUID at(NavigableMap<Instant, UUID> history, UUID identity, Instant moment) {
    Map.Entry<Instant, UUID> last = history.floorEntry(moment);
    return last == null ? identity : last.getValue();
  }
}
