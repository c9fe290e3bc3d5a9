package dev.homeport.analytics.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a product stands on a market among prices in one currency.
 *
 * @param own the price at which it was sold there last; empty when it was not in that currency
 * @param best the lowest of the competitors' last prices
 * @param competitors how many have one
 * @param cheaper how many of them are below the own price
 */
public record Position(Key key, Optional<Own> own, Best best, int competitors, int cheaper) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What makes a position the only one of its kind. */
  public record Key(String sku, String market, Currency currency) {}

  /** The own price. */
  public record Own(BigDecimal price, Instant soldAt) {}

  /** The lowest price of a competitor. */
  public record Best(String competitor, BigDecimal price, Instant seenAt) {}

  /** How much the own price is above the best one; below zero when it is lower. */
  public Optional<BigDecimal> difference() {
    return own.map(price -> price.price().subtract(best.price()));
  }

  /** The same in per cent of the best one. */
  public OptionalDouble differencePercent() {
    return difference()
        .map(
            more ->
                OptionalDouble.of(
                    more.multiply(HUNDRED)
                        .divide(best.price(), MathContext.DECIMAL64)
                        .setScale(2, RoundingMode.HALF_UP)
                        .doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  /** The place of the own price, from 1, the lowest; prices that are equal share one. */
  public OptionalInt rank() {
    return own.isPresent() ? OptionalInt.of(cheaper + 1) : OptionalInt.empty();
  }
}
