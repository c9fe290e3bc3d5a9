package dev.homeport.loyalty.fact;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The exchange rate that is kept with an order or a return, of its own day.
 *
 * @param into the reporting currency of the tenant
 * @param rate units of that currency for one of the order's
 */
public record Exchange(Currency into, BigDecimal rate) {

  /** Refuses a rate that makes nothing of something. */
  public Exchange {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("an exchange rate is above zero");
    }
  }
}
