package dev.homeport.analytics.cohort;

import java.math.BigDecimal;

/**
 * What was sold somewhere or sometime.
 *
 * @param key of the market, channel, country or month
 * @param customers who have an order there that counts
 * @param orders that count
 * @param returned of orders, and without an order
 */
public record Sales(
    String key, long customers, long orders, BigDecimal gross, BigDecimal returned) {

  /** What they are told apart by. */
  public enum Axis {
    COUNTRY,
    MARKET,
    CHANNEL,
    MONTH
  }
}
