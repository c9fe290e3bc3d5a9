package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The measures of many customers, side by side, one row each. A larger number is a better value. A
 * row without orders belongs to nobody who is scored.
 */
final class Columns {
  private static final int FIRST_CAPACITY = 1_024;

  private final Amounts money = new Amounts(FIRST_CAPACITY);
  private long[] days = new long[FIRST_CAPACITY];
  private long[] orders = new long[FIRST_CAPACITY];
  private int rows;
  private int present;

  int rows() {
    return rows;
  }

  /** How many rows have orders. */
  int present() {
    return present;
  }

  /** Adds a row without orders. */
  int add() {
    if (rows == days.length) {
      days = Arrays.copyOf(days, rows * 2);
      orders = Arrays.copyOf(orders, rows * 2);
    }
    days[rows] = 0;
    orders[rows] = 0;
    money.set(rows, BigDecimal.ZERO);
    return rows++;
  }

  void set(int row, long day, long frequency, BigDecimal amount) {
    present += (frequency > 0 ? 1 : 0) - (orders[row] > 0 ? 1 : 0);
    days[row] = day;
    orders[row] = frequency;
    money.set(row, amount);
  }

  void empty(int row) {
    set(row, 0, 0, BigDecimal.ZERO);
  }

  boolean has(int row) {
    return orders[row] > 0;
  }

  long day(int row) {
    return days[row];
  }

  long orders(int row) {
    return orders[row];
  }

  BigDecimal amount(int row) {
    return money.at(row);
  }

  Amounts money() {
    return money;
  }

  long[] days() {
    return days;
  }

  long[] orders() {
    return orders;
  }

  /** The values at the given ranks among the rows that have orders. */
  long[] statistics(long[] codes, int[] ranks) {
    if (present == rows) {
      return OrderStatistics.of(codes, rows, ranks);
    }
    long[] dense = new long[present];
    int filled = 0;
    for (int row = 0; row < rows; row++) {
      if (orders[row] > 0) {
        dense[filled++] = codes[row];
      }
    }
    return OrderStatistics.of(dense, present, ranks);
  }
}
