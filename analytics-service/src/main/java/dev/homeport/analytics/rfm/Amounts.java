package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Amounts of up to {@value #SCALE} decimals, side by side, each coded as a number that sorts as the
 * amounts do: as whole billionths while that fits, which holds up to a thousand million units; the
 * others, larger in either direction, by their rank among themselves.
 */
final class Amounts {
  static final int SCALE = 9;

  private static final int DIGITS = 18;
  private static final long BEYOND = 1_000_000_000_000_000_000L;

  private final Map<Integer, BigDecimal> wide = new HashMap<>();
  private long[] codes;
  private BigDecimal[] ranked = {};
  private boolean stale;

  Amounts(int capacity) {
    codes = new long[capacity];
  }

  /**
   * @throws ArithmeticException when the amount has more decimals than the database keeps
   */
  void set(int row, BigDecimal amount) {
    BigDecimal scaled = amount.setScale(SCALE);
    if (row == codes.length) {
      codes = Arrays.copyOf(codes, Math.max(16, row * 2));
    }
    if (scaled.precision() <= DIGITS) {
      stale |= wide.remove(row) != null;
      codes[row] = scaled.unscaledValue().longValue();
    } else {
      stale = true;
      wide.put(row, scaled);
    }
  }

  BigDecimal at(int row) {
    BigDecimal amount = wide.get(row);
    return amount == null ? BigDecimal.valueOf(codes[row], SCALE) : amount;
  }

  /** Whether a row is told by its own number, and not by a rank. */
  boolean fits(int row) {
    return codes[row] < BEYOND && codes[row] > -BEYOND;
  }

  /** One code for each row; not to be changed. */
  long[] codes() {
    if (stale) {
      ranked = wide.values().stream().sorted().distinct().toArray(BigDecimal[]::new);
      wide.forEach((row, amount) -> codes[row] = code(amount));
      stale = false;
    }
    return codes;
  }

  /** What a code of now stands for. */
  BigDecimal value(long code) {
    if (code < BEYOND && code > -BEYOND) {
      return BigDecimal.valueOf(code, SCALE);
    }
    return ranked[Math.toIntExact(code > 0 ? code - BEYOND : code + BEYOND + ranked.length - 1)];
  }

  private long code(BigDecimal amount) {
    int rank = Arrays.binarySearch(ranked, amount);
    return amount.signum() > 0 ? BEYOND + rank : -BEYOND - (ranked.length - 1 - rank);
  }
}
