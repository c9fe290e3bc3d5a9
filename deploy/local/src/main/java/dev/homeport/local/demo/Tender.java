package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** A currency as the merchant prices in it. */
enum Tender {
  EUR("1", "0.10"),
  GBP("0.87", "0.10"),
  USD("1.12", "0.10"),
  JPY("165", "10"),
  PLN("4.30", "0.50"),
  SEK("11.20", "1");

  private final BigDecimal perEuro;
  private final BigDecimal step;

  Tender(String perEuro, String step) {
    this.perEuro = new BigDecimal(perEuro);
    this.step = new BigDecimal(step);
  }

  /** Units for one euro, around which the simulated rates move. */
  BigDecimal perEuro() {
    return perEuro;
  }

  /** The price tag of something that costs so many euro: rounded as shops here round. */
  BigDecimal price(BigDecimal euro) {
    var steps = euro.multiply(perEuro).divide(step, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
    return steps.multiply(step).setScale(digits(), RoundingMode.UNNECESSARY);
  }

  /** A share of an amount, as far as there are coins for it. */
  BigDecimal share(BigDecimal amount, BigDecimal share) {
    return amount.multiply(share).setScale(digits(), RoundingMode.HALF_UP);
  }

  /** So many of a number of things that cost an amount together, rounded down to coins. */
  BigDecimal part(BigDecimal amount, BigDecimal some, BigDecimal all) {
    return amount.multiply(some).divide(all, digits(), RoundingMode.DOWN);
  }

  private int digits() {
    return Currency.getInstance(name()).getDefaultFractionDigits();
  }
}
