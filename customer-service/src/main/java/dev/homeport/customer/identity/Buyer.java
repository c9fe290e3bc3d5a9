package dev.homeport.customer.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A buyer as a channel names them.
 *
 * @param id of the identity, computed from channel and external id
 */
public record Buyer(UUID id, String channel, String externalId, Instant seenAt) {

  /** The earlier of two sightings. */
  public Buyer orEarlier(Buyer other) {
    return other.seenAt.isBefore(seenAt) ? other : this;
  }
}
