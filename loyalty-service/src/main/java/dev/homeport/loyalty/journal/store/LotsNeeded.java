package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.programme.Versions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What events touch. Free returns and spends draw on any lot of the identity, and where a programme
 * remembers, any order may deserve something else; of all others the lots of the facts at hand, and
 * those that time changes, are enough, however many orders they have.
 *
 * @param whole identities of which all lots are read, and all draws
 * @param remembering identities of which all facts are read, and what was posted for them
 * @param facts of which the own lots are read
 * @param passed moments that have passed
 */
record LotsNeeded(
    Set<UUID> whole, Set<UUID> remembering, List<Fact> facts, List<Event.Passed> passed) {

  /**
   * @param groups of each identity, all that may be one member with it
   * @param regrouped identities of which it may have changed who is one member with them
   */
  static LotsNeeded of(
      Versions versions,
      Map<UUID, AccountRow> accounts,
      Collection<? extends Event> events,
      Map<UUID, Set<UUID>> groups,
      Set<UUID> regrouped) {
    var whole = new HashSet<UUID>();
    var remembering = new HashSet<UUID>(versions.remembers() ? regrouped : Set.of());
    accounts.forEach(
        (identity, account) -> {
          if (account.drawn()) {
            whole.add(identity);
          }
        });
    for (Event event : events) {
      switch (event) {
        case Event.Happened(FreeReturnFact fact) -> whole.add(fact.identityId());
        case Event.Spent spent -> whole.add(spent.identityId());
        case Event.NewVersion version -> remembering.add(version.identityId());
        case Event.Happened _, Event.Passed _, Event.MemberChanged _ -> {
          // its own lots are enough
        }
      }
      if (versions.remembers() && rates(event)) {
        remembering.addAll(groups.getOrDefault(event.identityId(), Set.of()));
      }
    }
    whole.addAll(remembering);
    return new LotsNeeded(whole, remembering, facts(events), passed(events));
  }

  private static boolean rates(Event event) {
    return !(event instanceof Event.Passed || event instanceof Event.Spent);
  }

  private static List<Fact> facts(Collection<? extends Event> events) {
    return events.stream()
        .filter(Event.Happened.class::isInstance)
        .map(event -> ((Event.Happened) event).fact())
        .toList();
  }

  private static List<Event.Passed> passed(Collection<? extends Event> events) {
    return events.stream()
        .filter(Event.Passed.class::isInstance)
        .map(Event.Passed.class::cast)
        .toList();
  }
}
