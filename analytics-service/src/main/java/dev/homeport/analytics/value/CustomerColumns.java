package dev.homeport.analytics.value;

import java.util.Arrays;
import java.util.UUID;

/** Purchases of many customers, in columns; who they are is kept where it was told. */
public final class CustomerColumns {
  private final int[] repeats;
  private final int[] recency;
  private final int[] age;
  private final double[] meanSpend;
  private final long[] ids;

  private CustomerColumns(Builder from) {
    repeats = Arrays.copyOf(from.repeats, from.size);
    recency = Arrays.copyOf(from.recency, from.size);
    age = Arrays.copyOf(from.age, from.size);
    meanSpend = Arrays.copyOf(from.meanSpend, from.size);
    ids = Arrays.copyOf(from.ids, 2 * from.size);
  }

  /** How many customers there are. */
  public int size() {
    return repeats.length;
  }

  /** Who the i-th customer is. */
  public UUID customer(int i) {
    return new UUID(ids[2 * i], ids[2 * i + 1]);
  }

  int repeats(int i) {
    return repeats[i];
  }

  int recency(int i) {
    return recency[i];
  }

  int age(int i) {
    return age[i];
  }

  double meanSpend(int i) {
    return meanSpend[i];
  }

  /** Takes customers one by one. */
  public static final class Builder {
    private int[] repeats = new int[1_024];
    private int[] recency = new int[1_024];
    private int[] age = new int[1_024];
    private double[] meanSpend = new double[1_024];
    private long[] ids = new long[2_048];
    private int size;

    /** Adds a customer. */
    public void add(UUID customer, Purchases purchases) {
      if (size == repeats.length) {
        repeats = Arrays.copyOf(repeats, size * 2);
        recency = Arrays.copyOf(recency, size * 2);
        age = Arrays.copyOf(age, size * 2);
        meanSpend = Arrays.copyOf(meanSpend, size * 2);
        ids = Arrays.copyOf(ids, size * 4);
      }
      repeats[size] = purchases.repeats();
      recency[size] = purchases.recencyDays();
      age[size] = purchases.ageDays();
      meanSpend[size] = purchases.meanSpend();
      ids[2 * size] = customer.getMostSignificantBits();
      ids[2 * size + 1] = customer.getLeastSignificantBits();
      size++;
    }

    /** Everybody added so far. */
    public CustomerColumns build() {
      return new CustomerColumns(this);
    }
  }
}
