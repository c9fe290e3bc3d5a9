package dev.homeport.platform.privacy;

import java.util.List;
import java.util.UUID;

/**
 * {@code dev.homeport.customer.access-asked.v1}: a person wants to know what is held of them.
 *
 * @param identityIds all that the person is
 */
record AccessAsked(UUID requestId, UUID customerId, List<UUID> identityIds)
    implements PrivacyAsked {
  static final String TYPE = "dev.homeport.customer.access-asked.v1";
}
