package dev.homeport.analytics.value.rest;

import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Statistics as they are shown: no more digits than they are worth. */
final class Rounded {
  private static final double MILLIONTHS = 1e6;

  private Rounded() {}

  /** To six decimals. */
  static double number(double value) {
    return Math.abs(value) < 1e9 ? Math.round(value * MILLIONTHS) / MILLIONTHS : value;
  }

  static Money money(double value, Currency currency) {
    return new Money(Money.round(BigDecimal.valueOf(value), currency), currency);
  }
}
