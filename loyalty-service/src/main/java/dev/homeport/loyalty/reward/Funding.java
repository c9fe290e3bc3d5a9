package dev.homeport.loyalty.reward;

import java.math.BigDecimal;

/**
 * The part of what a reward costs that somebody else bears.
 *
 * @param partner who, by the merchant's own name
 * @param percent above 0, at most 100
 */
public record Funding(String partner, BigDecimal percent) {}
