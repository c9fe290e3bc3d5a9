package dev.homeport.loyalty.fact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that somebody gives a buyer, for a reason of their own.
 *
 * @param programme by its key
 * @param points at least 1
 * @param expiresAt null: as the programme says for points that are given then
 * @param reason for people
 * @param grantedBy who gives them
 */
public record GrantFact(
    UUID id,
    UUID identityId,
    long revision,
    String programme,
    Instant grantedAt,
    long points,
    @Nullable Instant expiresAt,
    String reason,
    String grantedBy)
    implements Fact {

  @Override
  public Instant occurredAt() {
    return grantedAt;
  }

  @Override
  public Instant effectiveAt() {
    return grantedAt;
  }
}
