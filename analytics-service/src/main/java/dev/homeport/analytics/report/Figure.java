package dev.homeport.analytics.report;

import dev.homeport.analytics.chart.Numbers;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A number as people read it, which still knows what it is exactly.
 *
 * @param exact as JSON has it; empty for what is no number
 */
public record Figure(String text, String exact) {
  private static final Figure NONE = new Figure("–", "");

  /** Where there is no number. */
  public static Figure none() {
    return NONE;
  }

  /** A name among figures. */
  public static Figure name(String name) {
    return new Figure(name, "");
  }

  /** A number of things. */
  public static Figure of(long number) {
    return new Figure(Numbers.whole(number), Long.toString(number));
  }

  /** A number of things with their name: 1 customer, 4,339 customers. */
  public static Figure of(long number, String one, String many) {
    String things = Numbers.whole(number) + "\u00a0" + (number == 1 ? one : many);
    return new Figure(things, Long.toString(number));
  }

  /** A share of one, with one decimal. */
  public static Figure percent(double share) {
    return new Figure(Numbers.percent(share), plain(BigDecimal.valueOf(share)));
  }

  /** A share of one as it is said. */
  public static Figure roundPercent(double share) {
    return new Figure(Numbers.roundPercent(share), plain(BigDecimal.valueOf(share)));
  }

  /** How many times one is the other. */
  public static Figure ratio(double ratio) {
    return new Figure(Numbers.ratio(ratio), plain(BigDecimal.valueOf(ratio)));
  }

  /** An expected number of things, which is no whole one. */
  public static Figure rounded(double number) {
    return new Figure(Numbers.whole(Math.round(number)), plain(BigDecimal.valueOf(number)));
  }

  /** An amount in full. */
  public static Figure money(BigDecimal amount, Currency currency) {
    return new Figure(Numbers.money(amount, currency), plain(amount));
  }

  /** An amount to the whole unit. */
  public static Figure wholeMoney(BigDecimal amount, Currency currency) {
    return new Figure(Numbers.wholeMoney(amount, currency), plain(amount));
  }

  /** An amount as it is said. */
  public static Figure saidMoney(BigDecimal amount, Currency currency) {
    return new Figure(Numbers.saidMoney(amount, currency), plain(amount));
  }

  /** An amount in a few characters. */
  public static Figure briefMoney(BigDecimal amount, Currency currency) {
    return new Figure(Numbers.briefMoney(amount, currency), plain(amount));
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
