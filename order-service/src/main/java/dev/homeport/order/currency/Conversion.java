package dev.homeport.order.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The reference rate by which an order is stated in the reporting currency. Both legs are kept as
 * they were published, so that a later refund is converted exactly as the order was.
 *
 * @param fromPerEuro units of the order's currency for one euro
 * @param toPerEuro units of the reporting currency for one euro
 * @param day the day of publication
 */
public record Conversion(
    Currency from, Currency to, BigDecimal fromPerEuro, BigDecimal toPerEuro, LocalDate day) {

  /** Digits of a rate that is shown; conversion itself uses the exact quotient. */
  private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_UP);

  public Conversion {
    if (fromPerEuro.signum() <= 0 || toPerEuro.signum() <= 0) {
      throw new IllegalArgumentException("a rate is above zero");
    }
  }

  /** The order's currency is the reporting currency: nothing is converted, nothing rounded. */
  public static Conversion none(Currency currency, LocalDate day) {
    return new Conversion(currency, currency, BigDecimal.ONE, BigDecimal.ONE, day);
  }

  /** The amount in the reporting currency, HALF_UP to that currency's own exponent. */
  public BigDecimal convert(BigDecimal amount) {
    if (from.equals(to)) {
      return amount;
    }
    return amount
        .multiply(toPerEuro)
        .divide(fromPerEuro, to.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }

  /** Units of the reporting currency for one unit of the order's, to twelve digits. */
  public BigDecimal rate() {
    return toPerEuro.divide(fromPerEuro, SHOWN);
  }
}
