package dev.homeport.analytics.inbound;

import static java.util.Objects.requireNonNull;

import dev.homeport.analytics.fact.Assignment;
import java.util.UUID;

/** {@code dev.homeport.customer.identity-mapped.v1}: whose an identity is today. */
record IdentityMapped(UUID identityId, UUID customerId, long revision) {

  IdentityMapped {
    requireNonNull(identityId, "identityId");
    requireNonNull(customerId, "customerId");
  }

  Assignment assignment() {
    return new Assignment(identityId, customerId, revision);
  }
}
