package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * How orders earn by the exchange rate that is kept with them.
 *
 * @param currency the currency into which they bring a rate: the tenant's reporting currency
 * @param earn points for one unit of it
 */
public record StoredRate(Currency currency, BigDecimal earn, Reach reach) {

  /** Which orders earn so. */
  public enum Reach {
    /** Those in currencies that the tables of their market do not list. */
    UNLISTED,
    /** All. */
    ALL
  }
}
