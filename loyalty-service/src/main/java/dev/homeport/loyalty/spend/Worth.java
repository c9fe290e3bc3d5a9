package dev.homeport.loyalty.spend;

import java.math.BigDecimal;

/**
 * The part of an order that points pay for.
 *
 * @param currency a code of ISO 4217
 */
public record Worth(BigDecimal amount, String currency) {}
