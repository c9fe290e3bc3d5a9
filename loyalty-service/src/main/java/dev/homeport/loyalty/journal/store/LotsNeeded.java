package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.FreeReturnFact;
import dev.homeport.loyalty.journal.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which lots events touch. Free returns draw on any lot of the identity; of all others the lots of
 * the facts at hand, and those that expire, are enough, however many orders they have.
 *
 * @param whole identities of which all lots are read, and all draws
 * @param facts of which the own lots are read
 * @param expiries at which lots expire
 */
record LotsNeeded(Set<UUID> whole, List<Fact> facts, List<Event.Expiry> expiries) {

  static LotsNeeded of(Map<UUID, AccountRow> accounts, Collection<? extends Event> events) {
    var whole = new HashSet<UUID>();
    accounts.forEach(
        (identity, account) -> {
          if (account.totals().clawed() > 0) {
            whole.add(identity);
          }
        });
    for (Event event : events) {
      if (event instanceof Event.Happened(FreeReturnFact fact)) {
        whole.add(fact.identityId());
      }
    }
    return new LotsNeeded(whole, facts(events), expiries(events));
  }

  static List<Fact> facts(Collection<? extends Event> events) {
    return events.stream()
        .filter(Event.Happened.class::isInstance)
        .map(event -> ((Event.Happened) event).fact())
        .toList();
  }

  private static List<Event.Expiry> expiries(Collection<? extends Event> events) {
    return events.stream()
        .filter(Event.Expiry.class::isInstance)
        .map(Event.Expiry.class::cast)
        .toList();
  }
}
