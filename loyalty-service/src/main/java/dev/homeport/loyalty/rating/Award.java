package dev.homeport.loyalty.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that an order deserves by one rule.
 *
 * @param waits whether they have to wait until then
 * @param usableFrom when they can be used
 * @param expiresAt when they expire, null for never
 */
public record Award(
    String rule, long points, boolean waits, Instant usableFrom, @Nullable Instant expiresAt) {}
