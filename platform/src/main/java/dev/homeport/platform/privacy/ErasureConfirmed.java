package dev.homeport.platform.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code dev.homeport.erasure-confirmed.v1}: a service holds nothing of the person that stays
 * readable.
 *
 * @param unreadableAt when the last copy in the service becomes unreadable, backups included
 */
public record ErasureConfirmed(
    UUID requestId, UUID customerId, String service, Instant confirmedAt, Instant unreadableAt) {
  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.erasure-confirmed.v1";
}
