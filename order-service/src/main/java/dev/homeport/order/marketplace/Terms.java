package dev.homeport.order.marketplace;

import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping needs to know of its channel.
 *
 * @param currency of a body that names none
 * @param country of a buyer whose country is not said
 * @param zone of times without an offset
 * @param edition rises when the channel's settings change
 */
public record Terms(
    @Nullable Currency currency, @Nullable String country, ZoneId zone, int edition) {}
