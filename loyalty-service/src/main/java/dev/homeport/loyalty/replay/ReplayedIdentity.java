package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the journal holds of one identity: its facts as they now stand, and the moments that passed
 * and spends in their order.
 */
final class ReplayedIdentity {
  private final UUID identityId;
  private final Map<UUID, Fact> facts = new HashMap<>();
  private final List<Event> later = new ArrayList<>();

  ReplayedIdentity(UUID identityId) {
    this.identityId = identityId;
  }

  /** Takes the next event of the journal. */
  void take(Event event) {
    switch (event) {
      case Event.Happened(Fact fact) ->
          facts.merge(fact.id(), fact, (a, b) -> b.revision() > a.revision() ? b : a);
      case Event.Passed moment -> later.add(moment);
      case Event.Spent spent -> later.add(spent);
      case Event.NewVersion _, Event.MemberChanged _ -> {
        // say only when something was rated again
      }
    }
  }

  UUID identityId() {
    return identityId;
  }

  /** Nothing posted yet. */
  Fold.State state() {
    return new Fold.State(Account.empty(identityId), Map.of(), facts.values());
  }

  /** What is no fact, in its order. */
  List<Event> later() {
    return later;
  }
}
