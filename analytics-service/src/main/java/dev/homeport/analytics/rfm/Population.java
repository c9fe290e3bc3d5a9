package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** The measures of all customers with a counted order, in columns; who they are does not matter. */
public final class Population {
  private final Column<LocalDate> recency;
  private final Column<Long> frequency;
  private final Column<BigDecimal> monetary;

  private Population(
      Column<LocalDate> recency, Column<Long> frequency, Column<BigDecimal> monetary) {
    this.recency = recency;
    this.frequency = frequency;
    this.monetary = monetary;
  }

  /** How many customers there are. */
  public int size() {
    return recency.codes().length;
  }

  Column<LocalDate> recency() {
    return recency;
  }

  Column<Long> frequency() {
    return frequency;
  }

  Column<BigDecimal> monetary() {
    return monetary;
  }

  /** Takes customers one by one. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 1_024;

    private long[] days = new long[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private final MoneyColumn money = new MoneyColumn(FIRST_CAPACITY);
    private int size;

    /**
     * Adds a customer.
     *
     * @param lastOrderDay as days since 1970-01-01
     * @param frequency counted orders
     * @param monetary net amount, with at most nine decimals
     */
    public void add(long lastOrderDay, long frequency, BigDecimal monetary) {
      if (size == days.length) {
        days = Arrays.copyOf(days, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
      }
      days[size] = lastOrderDay;
      orders[size] = frequency;
      money.add(monetary);
      size++;
    }

    /** As {@link #add(long, long, BigDecimal)}. */
    public void add(Measures measures) {
      add(measures.lastOrderDay().toEpochDay(), measures.frequency(), measures.monetary());
    }

    /** Everybody added so far. */
    public Population build() {
      return new Population(
          new Column<>(Arrays.copyOf(days, size), LocalDate::ofEpochDay),
          new Column<>(Arrays.copyOf(orders, size), Long::valueOf),
          money.column());
    }
  }
}
