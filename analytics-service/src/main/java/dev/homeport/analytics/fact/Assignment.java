package dev.homeport.analytics.fact;

import java.util.UUID;

/**
 * Says whose an identity is.
 *
 * @param revision a lower one never replaces a higher one
 */
public record Assignment(UUID identityId, UUID customerId, long revision) {}
