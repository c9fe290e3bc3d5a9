package dev.homeport.customer.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A buyer as a channel names them.
 *
 * @param id of the identity, computed from channel and external id
 */
public record Buyer(UUID id, String channel, String externalId, Instant seenAt) {

  /** What a channel can be called. */
  public static final String CHANNEL_PATTERN = "^[a-z0-9][a-z0-9._-]{0,63}$";

  /** What a channel can call a buyer: anything but control characters. */
  public static final String EXTERNAL_ID_PATTERN = "^[^\\x00-\\x1F\\x7F]{1,200}$";

  /** The earlier of two sightings. */
  public Buyer orEarlier(Buyer other) {
    return other.seenAt.isBefore(seenAt) ? other : this;
  }
}
