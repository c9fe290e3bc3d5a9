package dev.homeport.customer.matching;

import java.util.List;
import java.util.Optional;

/**
 * Two customers who are, or may be, one person.
 *
 * @param certain by the same verified e-mail address, or the same phone and family name
 * @param objection what keeps it from merging by itself all the same
 */
public record Match(
    double score, List<Evidence> evidence, boolean certain, Optional<Objection> objection) {

  public Match {
    evidence = List.copyOf(evidence);
  }

  /** Why something certain waits for a person. */
  public enum Objection {
    /** The names are not surely one person's. */
    NAMES_DIFFER,
    /** Of one is no name known, and others have the contact point too. */
    NAME_UNKNOWN,
    /** The birthdays differ. */
    BIRTHDAYS_DIFFER,
    /** Both bought on one channel at the same time. */
    CONCURRENT_ON_ONE_CHANNEL
  }

  /** Whether it merges by itself where that is switched on. */
  public boolean merges() {
    return certain && objection.isEmpty();
  }
}
