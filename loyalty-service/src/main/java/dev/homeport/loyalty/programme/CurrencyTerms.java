package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What points are worth in one currency.
 *
 * @param earn points per unit spent; null when orders in it earn nothing
 * @param burn money per point spent; null when points cannot be spent in it
 * @param reference what one unit is worth in the measure by which currencies are compared
 */
public record CurrencyTerms(
    @Nullable BigDecimal earn, @Nullable BigDecimal burn, @Nullable BigDecimal reference) {}
