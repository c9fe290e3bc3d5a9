package dev.homeport.platform.money;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency. Nothing rounds but {@link #rounded}. Two amounts are equal when
 * the numbers are, whatever their trailing zeros.
 *
 * @param amount at most 17 digits before and 9 after the point
 * @param currency of ISO 4217
 */
public record Money(
    @NotNull @JsonDeserialize(using = Decimal.StringReader.class) BigDecimal amount,
    @NotNull Currency currency) {

  public Money {
    // Jackson passes null for an absent field, which Bean Validation reports at its place.
    if (amount != null) {
      amount = Decimal.canonical(amount);
      if (!Decimal.fits(amount)) {
        throw new IllegalArgumentException("more digits than an amount can have");
      }
    }
  }

  /** An amount of a currency by its code. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currencies.of(currency));
  }

  /** Nothing, in a currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sum; both must be of one currency. */
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  /** The difference; both must be of one currency. */
  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** The exact product. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** The amount with the other sign. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** In another currency, HALF_UP to that currency's own exponent. */
  public Money convertedTo(Currency target, BigDecimal rate) {
    return new Money(round(amount.multiply(rate), target), target);
  }

  /** HALF_UP to the currency's own exponent: JPY 0, EUR 2, KWD 3. */
  public Money rounded() {
    return new Money(round(amount, currency), currency);
  }

  /** A number, HALF_UP to the exponent of a currency. */
  public static BigDecimal round(BigDecimal amount, Currency currency) {
    return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }

  /** -1, 0 or 1, as the amount is below, at or above zero. */
  public int signum() {
    return amount.signum();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return other;
  }
}
