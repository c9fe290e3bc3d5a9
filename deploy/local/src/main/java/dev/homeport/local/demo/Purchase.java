package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Somebody buys somewhere.
 *
 * @param repeat whether they have bought before
 * @param spend what it is meant to cost, in euro
 */
record Purchase(Shopper shopper, Identity identity, Instant at, boolean repeat, BigDecimal spend) {}
