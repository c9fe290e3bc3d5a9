package dev.homeport.analytics.value.btyd;

import java.util.Arrays;

/** Means of the amounts of customers, in columns; only those above zero. */
public final class Spending {
  private final int[] purchases;
  private final double[] means;

  private Spending(int[] purchases, double[] means) {
    this.purchases = purchases;
    this.means = means;
  }

  /** How many customers there are. */
  public int size() {
    return means.length;
  }

  int purchases(int i) {
    return purchases[i];
  }

  double mean(int i) {
    return means[i];
  }

  int mostPurchases() {
    return Arrays.stream(purchases).max().orElse(0);
  }

  /** The mean of the means. */
  double average() {
    return Arrays.stream(means).average().orElse(1);
  }

  /** Of how often and how much, which the model takes to be none; 0 where one of them is alike. */
  public double correlation() {
    double n = size();
    double meanX = Arrays.stream(purchases).average().orElse(0);
    double meanZ = average();
    double both = 0;
    double x = 0;
    double z = 0;
    for (int i = 0; i < n; i++) {
      both += (purchases[i] - meanX) * (means[i] - meanZ);
      x += (purchases[i] - meanX) * (purchases[i] - meanX);
      z += (means[i] - meanZ) * (means[i] - meanZ);
    }
    return x > 0 && z > 0 ? both / Math.sqrt(x) / Math.sqrt(z) : 0;
  }

  /** Takes customers one by one. */
  public static final class Builder {
    private int[] purchases = new int[1_024];
    private double[] means = new double[1_024];
    private int size;

    /** Adds a customer, unless there is no repeat purchase or its mean is not above zero. */
    public void add(int repeats, double mean) {
      if (repeats == 0 || !(mean > 0)) {
        return;
      }
      if (size == means.length) {
        purchases = Arrays.copyOf(purchases, size * 2);
        means = Arrays.copyOf(means, size * 2);
      }
      purchases[size] = repeats;
      means[size++] = mean;
    }

    /** Everybody added so far. */
    public Spending build() {
      return new Spending(Arrays.copyOf(purchases, size), Arrays.copyOf(means, size));
    }
  }
}
