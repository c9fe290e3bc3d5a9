package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * The currency table: points per one unit of a currency. An order in a currency that is not listed
 * earns nothing, for points are never converted through a rate that nobody chose.
 */
public record PointRates(Map<Currency, BigDecimal> perUnit) {
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000);

  /** Copies the table and refuses an empty one, and rates outside 0 (exclusive) to 10,000. */
  public PointRates {
    perUnit = Map.copyOf(perUnit);
    if (perUnit.isEmpty()) {
      throw new IllegalArgumentException("a programme needs the points of at least one currency");
    }
    perUnit.forEach(PointRates::requireUsable);
  }

  /** Points per one unit of the currency, when the programme has a rate for it. */
  public Optional<BigDecimal> of(Currency currency) {
    return Optional.ofNullable(perUnit.get(currency));
  }

  private static void requireUsable(Currency currency, BigDecimal rate) {
    if (rate.signum() <= 0 || rate.compareTo(HIGHEST) > 0) {
      throw new IllegalArgumentException(
          "points per " + currency + " are above 0 and at most " + HIGHEST);
    }
  }
}
