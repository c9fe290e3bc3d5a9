package dev.homeport.analytics.value.btyd;

import java.util.Arrays;
import java.util.function.IntPredicate;

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

  private final long everybody;
  private final long repeaters;
  private final long purchases;
  private final long ages;
  private final int longestAge;
  private final int mostRepeats;

  private Tuples(int[] repeats, int[] recency, int[] age, double[] customers) {
    this.repeats = repeats;
    this.recency = recency;
    this.age = age;
    this.customers = customers;
    long all = 0;
    long returned = 0;
    long bought = 0;
    long days = 0;
    int oldest = 0;
    int most = 0;
    for (int i = 0; i < repeats.length; i++) {
      long weight = (long) customers[i];
      all += weight;
      returned += repeats[i] > 0 ? weight : 0;
      bought += repeats[i] * weight;
      days += age[i] * weight;
      oldest = Math.max(oldest, age[i]);
      most = Math.max(most, repeats[i]);
    }
    this.everybody = all;
    this.repeaters = returned;
    this.purchases = bought;
    this.ages = days;
    this.longestAge = oldest;
    this.mostRepeats = most;
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
    return everybody;
  }

  /** Customers with a repeat purchase. */
  public long repeaters() {
    return repeaters;
  }

  /** All repeat purchases. */
  public long purchases() {
    return purchases;
  }

  /** In weeks. */
  double meanAge() {
    return ages / DAYS_A_WEEK / everybody;
  }

  /** In days. */
  int longestAge() {
    return longestAge;
  }

  /** Those with a repeat purchase. */
  Tuples repeated() {
    return chosen(i -> repeats[i] > 0);
  }

  /** One of so many, all along. */
  Tuples oneIn(int step) {
    return chosen(i -> i % step == step / 2);
  }

  private Tuples chosen(IntPredicate which) {
    int[] kept = new int[size()];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (which.test(i)) {
        kept[count++] = i;
      }
    }
    int[] x = new int[count];
    int[] last = new int[count];
    int[] now = new int[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = repeats[kept[i]];
      last[i] = recency[kept[i]];
      now[i] = age[kept[i]];
      weights[i] = customers[kept[i]];
    }
    return new Tuples(x, last, now, weights);
  }

  /** How many customers have more repeat purchases than 0, 1, 2 and so on. */
  double[] withMoreThan() {
    double[] more = new double[mostRepeats];
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
      Arrays.parallelSort(sorted);
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
