package dev.homeport.loyalty.rating;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands at a moment.
 *
 * @param tier its key; empty below the first
 * @param since when it was reached; null below the first
 * @param until when it is looked at again; null when it is not
 * @param value what has been reached in the time that counts
 * @param next the key of the next higher tier; empty on the highest
 * @param toRise what is missing to it
 * @param toStay what is missing to reach the present tier in the time that counts
 * @param projected the tier after the next review if nothing more happens
 * @param look when the tier can become another by itself, also below the first; null for never
 */
public record TierStanding(
    String tier,
    @Nullable Instant since,
    @Nullable Instant until,
    BigDecimal value,
    String next,
    BigDecimal toRise,
    BigDecimal toStay,
    String projected,
    @Nullable Instant look) {}
