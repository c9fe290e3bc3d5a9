package dev.homeport.analytics.value.btyd;

import java.util.Random;

/** Customers who behave exactly as a model says. Days are drawn as the model draws weeks. */
public final class Simulated {
  private final Random random;

  /** By a seed. */
  public Simulated(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Histories of BG/NBD customers, whose first purchases spread over the first half of the time.
   *
   * @param days of observation
   */
  public Tuples.Builder bgNbd(BgNbd model, int customers, int days) {
    var histories = new Tuples.Builder();
    for (int i = 0; i < customers; i++) {
      int age = days - random.nextInt(days / 2);
      double rate = gamma(model.r()) / model.alpha() / 7;
      double up = gamma(model.a());
      double dropOut = up / (up + gamma(model.b()));
      add(histories, age, rate, () -> random.nextDouble() < dropOut);
    }
    return histories;
  }

  /** Histories of Pareto/NBD customers. */
  public Tuples.Builder paretoNbd(ParetoNbd model, int customers, int days) {
    var histories = new Tuples.Builder();
    for (int i = 0; i < customers; i++) {
      int age = days - random.nextInt(days / 2);
      double rate = gamma(model.r()) / model.alpha() / 7;
      double life = -Math.log(1 - random.nextDouble()) / (gamma(model.s()) / model.beta() / 7);
      add(histories, age, Math.min(life, age), rate, () -> false);
    }
    return histories;
  }

  /** Means of amounts of gamma-gamma customers. */
  public Spending spending(GammaGamma model, int customers) {
    var spending = new Spending.Builder();
    for (int i = 0; i < customers; i++) {
      int purchases = 1 + random.nextInt(8);
      double rate = gamma(model.q()) / model.gamma();
      spending.add(purchases, gamma(model.p() * purchases) / rate / purchases);
    }
    return spending.build();
  }

  private void add(Tuples.Builder histories, int age, double rate, Chance leaves) {
    add(histories, age, age, rate, leaves);
  }

  /** Two purchases of a day are one, which days with few purchases hardly notice. */
  private void add(Tuples.Builder histories, int age, double until, double rate, Chance leaves) {
    int repeats = 0;
    int last = 0;
    boolean gone = false;
    for (double at = wait(rate); at <= until && !gone; at += wait(rate)) {
      int day = (int) Math.ceil(at);
      if (day > last && day <= age) {
        repeats++;
        last = day;
        gone = leaves.falls();
      }
    }
    histories.add(repeats, last, age);
  }

  private double wait(double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }

  /** Marsaglia and Tsang 2000. */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  private interface Chance {
    boolean falls();
  }
}
