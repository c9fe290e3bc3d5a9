package dev.homeport.analytics.rfm;

import java.math.BigDecimal;

/**
 * The customers who share all three scores.
 *
 * @param customers how many, at least one
 * @param net the exact sum of their monetary values
 */
public record Cell(Scores scores, long customers, BigDecimal net) {}
