package dev.homeport.analytics.value.btyd;

import java.util.Arrays;

/**
 * Histories of many customers in columns, in days; equal ones may be one tuple with a count, so
 * that what is computed for each depends on the number of different ones.
 */
public final class Tuples {
  static final double DAYS_A_WEEK = 7;
  private static final int DAY_BITS = 21;
  private static final int MOST_DAYS = (1 << DAY_BITS) - 1;

  private final int[] repeats;
  private final int[] recency;
  private final int[] age;
  private final double[] customers;

  private Tuples(int[] repeats, int[] recency, int[] age, double[] customers) {
    this.repeats = repeats;
    this.recency = recency;
    this.age = age;
    this.customers = customers;
  }

  /** How many tuples there are. */
  public int size() {
    return repeats.length;
  }

  /** x of a tuple. */
  public int repeats(int i) {
    return repeats[i];
  }

  /** t_x of a tuple, in days. */
  public int recency(int i) {
    return recency[i];
  }

  /** T of a tuple, in days. */
  public int age(int i) {
    return age[i];
  }

  /** How many customers have it. */
  public long count(int i) {
    return (long) customers[i];
  }

  double weight(int i) {
    return customers[i];
  }

  /** All customers. */
  public long customers() {
    return (long) Arrays.stream(customers).sum();
  }

  /** Customers with a repeat purchase. */
  public long repeaters() {
    double sum = 0;
    for (int i = 0; i < repeats.length; i++) {
      sum += repeats[i] > 0 ? customers[i] : 0;
    }
    return (long) sum;
  }

  /** All repeat purchases. */
  public long purchases() {
    double sum = 0;
    for (int i = 0; i < repeats.length; i++) {
      sum += repeats[i] * customers[i];
    }
    return (long) sum;
  }

  double meanAge() {
    double sum = 0;
    for (int i = 0; i < age.length; i++) {
      sum += age[i] * customers[i];
    }
    return sum / DAYS_A_WEEK / customers();
  }

  int longestAge() {
    return Arrays.stream(age).max().orElse(0);
  }

  /** How many customers have more repeat purchases than 0, 1, 2 and so on. */
  double[] withMoreThan() {
    double[] more = new double[Arrays.stream(repeats).max().orElse(0)];
    for (int i = 0; i < repeats.length; i++) {
      if (repeats[i] > 0) {
        more[repeats[i] - 1] += customers[i];
      }
    }
    for (int x = more.length - 2; x >= 0; x--) {
      more[x] += more[x + 1];
    }
    return more;
  }

  /** Takes customers one by one. */
  public static final class Builder {
    private long[] keys = new long[1_024];
    private int size;

    /**
     * Adds a customer.
     *
     * @param repeats x, purchases after the first one
     * @param recency t_x, days from the first to the last
     * @param age T, days from the first to now
     */
    public void add(int repeats, int recency, int age) {
      boolean known = repeats >= 0 && recency >= 0 && age >= recency && age <= MOST_DAYS;
      if (!known || repeats > MOST_DAYS || (repeats == 0) != (recency == 0)) {
        throw new IllegalArgumentException(
            "No history: x %d, t_x %d, T %d".formatted(repeats, recency, age));
      }
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
      }
      keys[size++] = ((long) repeats << 2 * DAY_BITS) | ((long) recency << DAY_BITS) | age;
    }

    /** A tuple for each different history. */
    public Tuples grouped() {
      long[] sorted = Arrays.copyOf(keys, size);
      Arrays.sort(sorted);
      double[] counts = new double[size];
      int groups = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || sorted[i] != sorted[groups - 1]) {
          sorted[groups++] = sorted[i];
        }
        counts[groups - 1]++;
      }
      return unpack(Arrays.copyOf(sorted, groups), Arrays.copyOf(counts, groups));
    }

    /** A tuple for each customer. */
    public Tuples single() {
      double[] ones = new double[size];
      Arrays.fill(ones, 1);
      return unpack(Arrays.copyOf(keys, size), ones);
    }

    private static Tuples unpack(long[] keys, double[] counts) {
      int[] repeats = new int[keys.length];
      int[] recency = new int[keys.length];
      int[] age = new int[keys.length];
      for (int i = 0; i < keys.length; i++) {
        repeats[i] = (int) (keys[i] >>> 2 * DAY_BITS);
        recency[i] = (int) (keys[i] >>> DAY_BITS) & MOST_DAYS;
        age[i] = (int) keys[i] & MOST_DAYS;
      }
      return new Tuples(repeats, recency, age, counts);
    }
  }
}
