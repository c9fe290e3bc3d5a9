package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A locked identity with the facts that have come for it. */
final class OpenAccount {
  private final UUID identityId;
  private final List<Fact> facts;
  private final Fold fold;
  private long journalLength;

  OpenAccount(UUID identityId, List<Fact> facts, Fold fold, long journalLength) {
    this.identityId = identityId;
    this.facts = facts;
    this.fold = fold;
    this.journalLength = journalLength;
  }

  /** Applies the facts in their order and leaves out what is known already. */
  List<JournalledStep> applyFacts() {
    var steps = new ArrayList<JournalledStep>(facts.size());
    for (Fact fact : facts) {
      fold.apply(fact)
          .ifPresent(
              step -> {
                journalLength++;
                steps.add(new JournalledStep(step, journalLength));
              });
    }
    return steps;
  }

  UUID identityId() {
    return identityId;
  }

  Account account() {
    return fold.account();
  }

  long journalLength() {
    return journalLength;
  }
}
