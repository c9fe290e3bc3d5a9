package dev.homeport.analytics.value.btyd;

/**
 * Of {@link BgNbd}: r, alpha, a, b. What depends on the number of purchases alone is summed over
 * those who have more than so many; logarithms of days come from a table; so a tuple costs one
 * exponential function and one logarithm.
 */
final class BgNbdLikelihood implements Likelihood {
  private static final int BLOCK = 4_096;

  private final Tuples tuples;
  private final double customers;
  private final double[] withMoreThan;
  private final double[] logOdds;
  private final double[] inverse;
  private final DayTable days;

  private double byR;
  private double byAlpha;
  private double byA;
  private double byB;

  BgNbdLikelihood(Tuples tuples) {
    this.tuples = tuples;
    this.customers = tuples.customers();
    this.withMoreThan = tuples.withMoreThan();
    this.logOdds = new double[withMoreThan.length + 1];
    this.inverse = new double[withMoreThan.length + 1];
    this.days = new DayTable(tuples.longestAge());
  }

  @Override
  public double customers() {
    return customers;
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double r = Math.exp(at[0]);
    double alpha = Math.exp(at[1]);
    double a = Math.exp(at[2]);
    double b = Math.exp(at[3]);
    days.fill(alpha);
    byR = customers * at[1];
    byAlpha = customers * r / alpha;
    byA = 0;
    byB = 0;
    double value = customers * r * at[1] + numbers(r, at[2], a, b);
    for (int from = 0; from < tuples.size(); from += BLOCK) {
      value += block(r, a, from, Math.min(tuples.size(), from + BLOCK));
    }
    gradient[0] = byR * r;
    gradient[1] = byAlpha * alpha;
    gradient[2] = byA * a;
    gradient[3] = byB * b;
    return value;
  }

  /** What depends on the number of purchases alone. */
  private double numbers(double r, double logA, double a, double b) {
    double value = 0;
    for (int i = 0; i < withMoreThan.length; i++) {
      double share = withMoreThan[i];
      value += share * (Math.log(r + i) + Math.log(b + i) - Math.log(a + b + i));
      byR += share / (r + i);
      byA -= share / (a + b + i);
      byB += share / (b + i) - share / (a + b + i);
      logOdds[i + 1] = logA - Math.log(b + i);
      inverse[i + 1] = 1 / (b + i);
    }
    return value;
  }

  private double block(double r, double a, int from, int to) {
    double value = 0;
    double sumR = 0;
    double sumAlpha = 0;
    double sumA = 0;
    double sumB = 0;
    for (int i = from; i < to; i++) {
      int x = tuples.repeats(i);
      int age = tuples.age(i);
      double weight = tuples.weight(i);
      double n = r + x;
      double log = days.log[age];
      double term = -n * log;
      double dr = -log;
      double dAlpha = -n * days.inverse[age];
      if (x > 0) {
        int recency = tuples.recency(i);
        double silence = log - days.log[recency];
        double odds = logOdds[x] + n * silence;
        double e = Math.exp(-Math.abs(odds));
        double left = odds > 0 ? 1 / (1 + e) : e / (1 + e);
        term += Math.log(1 + e) + Math.max(0, odds);
        dr += left * silence;
        dAlpha += left * n * (days.inverse[age] - days.inverse[recency]);
        sumA += weight * left / a;
        sumB -= weight * left * inverse[x];
      }
      value += weight * term;
      sumR += weight * dr;
      sumAlpha += weight * dAlpha;
    }
    byR += sumR;
    byAlpha += sumAlpha;
    byA += sumA;
    byB += sumB;
    return value;
  }
}
