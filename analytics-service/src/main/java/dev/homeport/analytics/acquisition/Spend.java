package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;

/**
 * What was spent in a month to win customers.
 *
 * @param amount as it was stated
 * @param rate units of the reporting currency for one of the stated one; 1 in the same currency
 * @param reporting the amount in the reporting currency
 */
public record Spend(
    Key key,
    BigDecimal amount,
    Currency currency,
    BigDecimal rate,
    BigDecimal reporting,
    Instant statedAt) {

  /**
   * What makes a statement the same one.
   *
   * @param channel as {@linkplain Origin#channel rules} name it
   * @param campaign empty for what belongs to none
   * @param market empty for what belongs to none in particular
   */
  public record Key(
      YearMonth month, String channel, Optional<String> campaign, Optional<String> market) {}
}
