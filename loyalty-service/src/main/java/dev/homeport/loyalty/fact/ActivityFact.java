package dev.homeport.loyalty.fact;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a member did besides ordering: wrote a review, signed up, had a birthday.
 *
 * @param type as the merchant's programmes call it
 * @param withdrawn whether it turned out not to count
 */
public record ActivityFact(
    UUID id, UUID identityId, long revision, String type, Instant happenedAt, boolean withdrawn)
    implements Fact {

  @Override
  public Instant occurredAt() {
    return happenedAt;
  }

  @Override
  public Instant effectiveAt() {
    return happenedAt;
  }

  /** The same, no longer counting. */
  public ActivityFact withdraw() {
    return new ActivityFact(id, identityId, revision + 1, type, happenedAt, true);
  }
}
