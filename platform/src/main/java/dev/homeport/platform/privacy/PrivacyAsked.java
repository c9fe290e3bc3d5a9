package dev.homeport.platform.privacy;

import java.util.List;
import java.util.UUID;

/** What a person asks of every service. */
sealed interface PrivacyAsked permits ErasureAsked, AccessAsked {
  UUID requestId();

  UUID customerId();

  List<UUID> identityIds();
}
