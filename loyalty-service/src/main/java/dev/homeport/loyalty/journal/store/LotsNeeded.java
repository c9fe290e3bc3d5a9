package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.FreeReturnFact;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Of whom all lots are read: free returns draw on any lot of the identity. Of all others the lots
 * of the facts at hand are enough, however many orders they have.
 */
final class LotsNeeded {
  private LotsNeeded() {}

  static Set<UUID> whole(Map<UUID, AccountRow> accounts, Collection<Fact> facts) {
    var whole = new HashSet<UUID>();
    accounts.forEach(
        (identity, account) -> {
          if (account.totals().clawed() > 0) {
            whole.add(identity);
          }
        });
    for (Fact fact : facts) {
      if (fact instanceof FreeReturnFact) {
        whole.add(fact.identityId());
      }
    }
    return whole;
  }
}
