package dev.homeport.customer.candidate;

import dev.homeport.customer.matching.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two customers who may be one person.
 *
 * @param heldBy why something certain waits for a person: an objection, or a claim code
 * @param mergeId of the merge, where it was accepted
 */
public record MatchCandidate(
    UUID id,
    UUID one,
    UUID other,
    State state,
    boolean certain,
    double score,
    List<Evidence> evidence,
    @Nullable String heldBy,
    Instant foundAt,
    @Nullable Instant decidedAt,
    @Nullable UUID mergeId) {

  /** Before the id, where people see it. */
  public static final String PREFIX = "mtc";

  /** What somebody said about it. */
  public enum State {
    OPEN,
    ACCEPTED,
    DISMISSED
  }

  public MatchCandidate {
    evidence = List.copyOf(evidence);
  }
}
