package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Deserved;
import dev.homeport.platform.id.Ids;
import java.util.UUID;

/** A step, its place in the journal, and the transaction that it is posted as. */
record JournalledStep(Step step, long sequence, UUID transactionId) {

  JournalledStep(Step step, long sequence) {
    this(step, sequence, Ids.next());
  }

  Fact fact() {
    return step.fact();
  }

  Deserved deserved() {
    return step.posting().deserved();
  }

  boolean movesPoints() {
    return !step.posting().entries().isEmpty();
  }
}
