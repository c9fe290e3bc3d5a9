package dev.homeport.loyalty.rating;

import java.util.UUID;

/**
 * An explanation as it is stored.
 *
 * @param revision of the order that was rated
 */
public record StoredRating(UUID orderId, UUID identityId, long revision, Explanation explanation) {}
