package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A locked identity with the events that have come for it. */
final class OpenAccount {
  private final UUID identityId;
  private final List<Event> events;
  private final Fold fold;
  private long journalLength;

  OpenAccount(UUID identityId, List<Event> events, Fold fold, long journalLength) {
    this.identityId = identityId;
    this.events = events;
    this.fold = fold;
    this.journalLength = journalLength;
  }

  /** Applies the events in their order and leaves out what is known already. */
  List<JournalledStep> apply() {
    var steps = new ArrayList<JournalledStep>(events.size());
    for (Event event : events) {
      fold.apply(event)
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
