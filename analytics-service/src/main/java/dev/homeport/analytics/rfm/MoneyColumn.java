package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects amounts of up to {@value #SCALE} decimals and codes them without loss: as whole
 * billionths while every amount fits, which holds up to some nine thousand million units; else as
 * their rank among the distinct amounts.
 */
final class MoneyColumn {
  static final int SCALE = 9;

  private long[] billionths;
  private int size;
  private @Nullable List<BigDecimal> wide;

  MoneyColumn(int capacity) {
    billionths = new long[capacity];
  }

  /**
   * @throws ArithmeticException when the amount has more decimals than the database keeps
   */
  void add(BigDecimal amount) {
    BigDecimal scaled = amount.setScale(SCALE);
    if (wide == null && !fits(scaled)) {
      wide = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        wide.add(amount(billionths[i]));
      }
      billionths = new long[0];
    }
    if (wide != null) {
      wide.add(scaled);
    } else {
      if (size == billionths.length) {
        billionths = Arrays.copyOf(billionths, Math.max(16, size * 2));
      }
      billionths[size] = scaled.unscaledValue().longValue();
    }
    size++;
  }

  Column<BigDecimal> column() {
    return wide == null
        ? new Column<>(Arrays.copyOf(billionths, size), MoneyColumn::amount)
        : ranked(wide);
  }

  private static Column<BigDecimal> ranked(List<BigDecimal> amounts) {
    BigDecimal[] distinct = amounts.stream().sorted().distinct().toArray(BigDecimal[]::new);
    long[] ranks =
        amounts.stream().mapToLong(amount -> Arrays.binarySearch(distinct, amount)).toArray();
    return new Column<>(ranks, rank -> distinct[Math.toIntExact(rank)]);
  }

  private static boolean fits(BigDecimal scaled) {
    return scaled.precision() < 19;
  }

  private static BigDecimal amount(long billionths) {
    return BigDecimal.valueOf(billionths, SCALE);
  }
}
