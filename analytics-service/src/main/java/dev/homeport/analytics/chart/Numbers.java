package dev.homeport.analytics.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them in English: 4,339, 1.23M, 13.8%, £8.31 million. */
public final class Numbers {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double ONE_IN_A_THOUSAND = 0.001;
  private static final double ONE_PERCENT = 0.01;

  private Numbers() {}

  /** With thousands separators. */
  public static String whole(long number) {
    return decimals(BigDecimal.valueOf(number), 0);
  }

  /** In at most five characters and a sign: 9,999, 12.3k, 1.23M, 45.6bn. */
  public static String brief(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    if (decimals(exact.abs(), 0).length() <= "9,999".length()) {
      boolean small = exact.abs().compareTo(BigDecimal.TEN) < 0;
      return small ? decimals(exact, fraction(exact, 2)) : decimals(exact, 0);
    }
    return scaled(exact, List.of("k", "M", "bn", "tn"));
  }

  /** A share of one, with one decimal; never 0% of something, nor 100% of less than all. */
  public static String percent(double share) {
    if (share > 0 && share < ONE_IN_A_THOUSAND / 2) {
      return "<0.1%";
    }
    if (share < 1 && share >= 1 - ONE_IN_A_THOUSAND / 2) {
      return ">99.9%";
    }
    boolean round = share == 0 || share == 1;
    return decimals(BigDecimal.valueOf(share).movePointRight(2), round ? 0 : 1) + "%";
  }

  /** A share of one as it is said: 14%, under 1%. */
  public static String roundPercent(double share) {
    if (share > 0 && share < ONE_PERCENT) {
      return "under 1%";
    }
    if (share < 1 && share > 1 - ONE_PERCENT) {
      return "over 99%";
    }
    return decimals(BigDecimal.valueOf(share).movePointRight(2), 0) + "%";
  }

  /** How many times one is the other: 0.85, 3.20, 140. */
  public static String ratio(double ratio) {
    return decimals(BigDecimal.valueOf(ratio), Math.abs(ratio) < 100 ? 2 : 0);
  }

  /** An amount in full, to the smallest unit of its currency. */
  public static String money(BigDecimal amount, Currency currency) {
    return money(amount, currency, currency.getDefaultFractionDigits());
  }

  /** An amount to the whole unit of its currency. */
  public static String wholeMoney(BigDecimal amount, Currency currency) {
    return money(amount, currency, 0);
  }

  /** An amount as it is said: £45.60, £243,707, £8.31 million. */
  public static String saidMoney(BigDecimal amount, Currency currency) {
    BigDecimal size = amount.abs();
    if (size.compareTo(MILLION) >= 0) {
      String said = scaled(amount, List.of("", "\u00a0million", "\u00a0billion", "\u00a0trillion"));
      return signed(amount, symbol(currency) + said.replace("−", ""));
    }
    return size.compareTo(THOUSAND) >= 0 ? wholeMoney(amount, currency) : money(amount, currency);
  }

  /** An amount in a few characters: £46, £244k, £8.31M. */
  public static String briefMoney(BigDecimal amount, Currency currency) {
    String brief = brief(amount.doubleValue()).replace("−", "");
    return signed(amount, symbol(currency) + brief);
  }

  /** A number beside an axis whose steps are so long. */
  static String tick(double number, double step) {
    BigDecimal exact = BigDecimal.valueOf(number);
    if (BigDecimal.valueOf(step).abs().compareTo(THOUSAND) >= 0
        || exact.abs().compareTo(TEN_THOUSAND) >= 0) {
      return number == 0 ? "0" : scaled(exact, List.of("k", "M", "bn", "tn"));
    }
    return decimals(exact, (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  }

  private static String money(BigDecimal amount, Currency currency, int decimals) {
    BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
    return signed(rounded, symbol(currency) + decimals(rounded.abs(), decimals));
  }

  private static String signed(BigDecimal amount, String text) {
    return amount.signum() < 0 ? "−" + text : text;
  }

  private static String symbol(Currency currency) {
    String symbol = currency.getSymbol(Locale.ENGLISH);
    boolean letters = Character.isLetter(symbol.charAt(symbol.length() - 1));
    return letters ? symbol + '\u00a0' : symbol;
  }

  /** Three digits and a unit, the first of which stands for thousands. */
  private static String scaled(BigDecimal number, List<String> units) {
    BigDecimal rounded = number.round(THREE_DIGITS);
    int unit = -1;
    while (unit < units.size() - 1 && rounded.abs().compareTo(THOUSAND) >= 0) {
      rounded = rounded.movePointLeft(3);
      unit++;
    }
    return decimals(rounded, fraction(rounded, 2)) + (unit < 0 ? "" : units.get(unit));
  }

  /** How many decimals a number has, at most so many. */
  private static int fraction(BigDecimal number, int most) {
    return Math.clamp(number.stripTrailingZeros().scale(), 0, most);
  }

  private static String decimals(BigDecimal number, int decimals) {
    String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    String text = format.format(number.setScale(decimals, RoundingMode.HALF_UP));
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
