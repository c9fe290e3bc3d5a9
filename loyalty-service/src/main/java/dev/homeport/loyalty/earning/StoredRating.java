package dev.homeport.loyalty.earning;

import java.util.UUID;

/**
 * A rating as it stands beside its award.
 *
 * @param revision of the order that was rated
 */
public record StoredRating(
    UUID orderId,
    UUID identityId,
    long revision,
    String programme,
    int programmeVersion,
    String rule,
    Rating rating) {}
