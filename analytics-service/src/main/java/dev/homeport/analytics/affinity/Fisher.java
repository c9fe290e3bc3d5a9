package dev.homeport.analytics.affinity;

/**
 * Fisher's exact test (1935), one-sided: how likely it is that two things meet at least that often
 * when they have nothing to do with each other, given how often each occurs. It is the upper tail
 * of the hypergeometric distribution.
 */
final class Fisher {
  private static final double NEGLIGIBLE = 1e-17;

  private final int cases;
  private final double[] logFactorial;

  /** For so many cases. */
  Fisher(int cases) {
    this.cases = cases;
    this.logFactorial = new double[cases + 1];
    double lost = 0;
    for (int i = 1; i <= cases; i++) {
      double next = Math.log(i) - lost;
      double sum = logFactorial[i - 1] + next;
      lost = sum - logFactorial[i - 1] - next;
      logFactorial[i] = sum;
    }
  }

  /** Between 0 and 1; too small for a double is 0. */
  double atLeast(int both, int one, int other) {
    if (both <= Math.max(0, one + other - cases)) {
      return 1;
    }
    double term = 1;
    double sum = 1;
    int most = Math.min(one, other);
    for (int x = both; x < most && term > sum * NEGLIGIBLE; x++) {
      term *= (double) (one - x) / (x + 1) * (other - x) / (cases - one - other + x + 1.0);
      sum += term;
    }
    return Math.min(1, Math.exp(log(both, one, other)) * sum);
  }

  private double log(int both, int one, int other) {
    return choose(one, both) + choose(cases - one, other - both) - choose(cases, other);
  }

  private double choose(int of, int some) {
    return logFactorial[of] - logFactorial[some] - logFactorial[of - some];
  }
}
