package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.rating.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who bears a spend after it has changed who is one member when: what it took from identities that
 * were not one member with the spender after all is there again, and the spender bears it, as a
 * debt where there is nothing to take it from.
 */
public final class Bearers {
  private Bearers() {}

  /**
   * The parts of spends that are others now.
   *
   * @param spent all parts above zero of each spend
   * @param from when it came to be so
   */
  public static List<Event.Spent> change(
      Collection<Event.Spent> spent, Together together, Instant from) {
    var bySpend = new LinkedHashMap<UUID, List<Event.Spent>>();
    spent.forEach(part -> bySpend.computeIfAbsent(part.id(), _ -> new ArrayList<>()).add(part));
    return bySpend.values().stream()
        .flatMap(parts -> changeOne(parts, together, from).stream())
        .toList();
  }

  private static List<Event.Spent> changeOne(
      List<Event.Spent> parts, Together together, Instant from) {
    Event.Spent any = parts.getFirst();
    Collection<UUID> one = together.at(any.spenderId(), any.at());
    var now = new LinkedHashMap<UUID, Long>();
    long moved = 0;
    for (Event.Spent part : parts) {
      if (!one.contains(part.identityId())) {
        now.put(part.identityId(), 0L);
        moved += part.points();
      }
    }
    if (moved == 0) {
      return List.of();
    }
    long own = moved;
    for (Event.Spent part : parts) {
      own += part.identityId().equals(any.spenderId()) ? part.points() : 0;
    }
    now.put(any.spenderId(), own);
    return now.entrySet().stream()
        .map((Map.Entry<UUID, Long> part) -> any.of(part.getKey(), part.getValue(), from))
        .toList();
  }
}
