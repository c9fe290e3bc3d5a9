package dev.homeport.loyalty.contract;

import dev.homeport.platform.event.OutboundEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Points of a member will expire soon if they are not used.
 *
 * @param identityId whose they are; those of other identities of the customer are told by
 *     themselves
 * @param points that expire then
 * @param days how many days ahead it is told, as it is set
 * @param revision when it was told, in microseconds since 1970
 */
public record PointsExpiring(
    UUID customerId,
    UUID identityId,
    String programme,
    long points,
    Instant expiresAt,
    int days,
    long revision) {
  public static final String TYPE = "dev.homeport.loyalty.points-expiring.v1";

  /** As it goes into the outbox. */
  public OutboundEvent toEvent() {
    return LoyaltyTopic.event(customerId, programme, TYPE, revision, this);
  }
}
