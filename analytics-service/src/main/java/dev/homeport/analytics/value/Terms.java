package dev.homeport.analytics.value;

import java.math.BigDecimal;

/**
 * How purchases to come become a value of today.
 *
 * @param margin what is kept of net amounts, above 0 and at most 1
 * @param discountPerYear effective, 0 to 1: an amount in a year is worth 1 / (1 + rate) of one now
 * @param horizonDays how far ahead is looked
 */
public record Terms(BigDecimal margin, BigDecimal discountPerYear, int horizonDays) {
  private static final double DAYS_A_YEAR = 365;

  public Terms {
    boolean kept = margin.signum() > 0 && margin.compareTo(BigDecimal.ONE) <= 0;
    boolean discounted =
        discountPerYear.signum() >= 0 && discountPerYear.compareTo(BigDecimal.ONE) <= 0;
    if (!kept || !discounted || horizonDays < 1) {
      throw new IllegalArgumentException("Impossible terms");
    }
  }

  double horizonWeeks() {
    return horizonDays / Purchases.DAYS_A_WEEK;
  }

  /** Continuous, per week. */
  double rate() {
    return Math.log1p(discountPerYear.doubleValue()) * Purchases.DAYS_A_WEEK / DAYS_A_YEAR;
  }
}
