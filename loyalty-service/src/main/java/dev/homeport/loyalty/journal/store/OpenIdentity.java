package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.journal.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A locked identity with the events that have come for it, and its accounts. */
final class OpenIdentity {
  private final UUID identityId;
  private final List<Event> events;
  private final Map<String, Fold> folds;
  private long journalLength;

  /**
   * @param folds by the key of the programme
   */
  OpenIdentity(UUID identityId, List<Event> events, Map<String, Fold> folds, long journalLength) {
    this.identityId = identityId;
    this.events = events;
    this.folds = folds;
    this.journalLength = journalLength;
  }

  /** Applies the events in their order and leaves out what is known already. */
  List<JournalledStep> apply() {
    var steps = new ArrayList<JournalledStep>(events.size());
    for (Event event : events) {
      if (!known(event)) {
        Map<String, Step> done = apply(event);
        if (!done.isEmpty()) {
          journalLength++;
          steps.add(new JournalledStep(event, journalLength, done));
        }
      }
    }
    return steps;
  }

  /** A programme that is new has seen nothing yet, but will be shown all by its own job. */
  private boolean known(Event event) {
    return event instanceof Event.Happened(var fact)
        && folds.values().stream().anyMatch(fold -> fold.knows(fact));
  }

  private Map<String, Step> apply(Event event) {
    var done = new LinkedHashMap<String, Step>();
    folds.forEach(
        (programme, fold) -> fold.apply(event).ifPresent(step -> done.put(programme, step)));
    return done;
  }

  UUID identityId() {
    return identityId;
  }

  List<OpenAccount> accounts() {
    return folds.entrySet().stream()
        .map(fold -> new OpenAccount(fold.getKey(), fold.getValue()))
        .toList();
  }

  long journalLength() {
    return journalLength;
  }
}
