package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.platform.id.Ids;
import java.util.UUID;

/** A step, its place in the journal, and the transaction that it is posted as. */
record JournalledStep(Step step, long sequence, UUID transactionId) {

  JournalledStep(Step step, long sequence) {
    this(step, sequence, Ids.next());
  }

  Event event() {
    return step.event();
  }

  UUID identityId() {
    return step.event().identityId();
  }

  Posting posting() {
    return step.posting();
  }

  boolean movesPoints() {
    return !step.posting().entries().isEmpty();
  }
}
