package dev.homeport.loyalty.backtest;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.rating.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal holds of one member.
 *
 * @param customerId whose the identities are today
 * @param byIdentity each in the order of its journal
 * @param together which of them are one member when
 */
public record MemberJournal(
    UUID customerId, Map<UUID, List<Journalled>> byIdentity, Together together) {

  /** An event and its place. */
  record Placed(Instant at, Journalled journalled) {}

  Set<UUID> identities() {
    return byIdentity.keySet();
  }

  /** How many events there are. */
  public long length() {
    return byIdentity.values().stream().mapToLong(List::size).sum();
  }

  /** As it was written down; an identity's own order is never changed. */
  List<Placed> asItCame() {
    if (byIdentity.size() == 1) {
      return byIdentity.values().iterator().next().stream()
          .map(one -> new Placed(one.recordedAt(), one))
          .toList();
    }
    var all = new ArrayList<Placed>();
    for (List<Journalled> own : byIdentity.values()) {
      Instant at = Instant.MIN;
      for (Journalled one : own) {
        at = later(at, one.recordedAt());
        all.add(new Placed(at, one));
      }
    }
    all.sort(Comparator.comparing(Placed::at));
    return all;
  }

  /**
   * As it happened: facts and spends by the moment at which they came to stand as they do, a later
   * revision never before an earlier one.
   */
  List<Placed> asItHappened() {
    var all = new ArrayList<Placed>();
    var last = new HashMap<UUID, Instant>();
    for (Placed one : asItCame()) {
      Event event = one.journalled().event();
      UUID id = id(event);
      if (id != null) {
        Instant at = last.merge(id, event.effectiveAt(), MemberJournal::later);
        all.add(new Placed(at, one.journalled()));
      }
    }
    all.sort(Comparator.comparing(Placed::at));
    return all;
  }

  /** Whether a programme was approved after something had happened. */
  boolean wasRatedAgain(String programme) {
    return byIdentity.values().stream()
        .flatMap(Collection::stream)
        .anyMatch(
            one ->
                one.event() instanceof Event.NewVersion version
                    && version.programme().equals(programme));
  }

  private static @Nullable UUID id(Event event) {
    return switch (event) {
      case Event.Happened(Fact fact) -> fact.id();
      case Event.Spent spent -> spent.id();
      case Event.Passed _, Event.NewVersion _, Event.MemberChanged _ -> null;
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
