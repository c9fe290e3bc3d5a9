package dev.homeport.platform.privacy;

import java.util.List;
import java.util.UUID;

/**
 * {@code dev.homeport.customer.erasure-asked.v1}: a person is to be forgotten.
 *
 * @param identityIds all that the person was
 */
record ErasureAsked(UUID requestId, UUID customerId, List<UUID> identityIds)
    implements PrivacyAsked {
  static final String TYPE = "dev.homeport.customer.erasure-asked.v1";
}
