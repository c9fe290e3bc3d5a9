package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Step;
import java.util.Map;
import java.util.UUID;

/**
 * An event, its place in the journal, and what it did in each programme.
 *
 * @param steps by the key of the programme, where it changed something
 */
record JournalledStep(Event event, long sequence, Map<String, Step> steps) {

  UUID identityId() {
    return event.identityId();
  }
}
