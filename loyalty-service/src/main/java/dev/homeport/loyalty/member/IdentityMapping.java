package dev.homeport.loyalty.member;

import java.util.UUID;

/**
 * Which customer an identity belongs to, as {@code homeport.identity.v1} says.
 *
 * @param epoch counts the changes of the identity's customer
 */
public record IdentityMapping(UUID identityId, UUID customerId, int epoch, long revision) {}
