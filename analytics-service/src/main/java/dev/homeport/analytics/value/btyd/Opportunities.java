package dev.homeport.analytics.value.btyd;

/**
 * Purchases of somebody who buys at a rate that is gamma(r, 1)-distributed, and drops out after
 * each purchase with a probability p that is beta(a, b)-distributed, in a time t.
 *
 * <p>As if nobody dropped out, the number N of opportunities is negative binomial, and of k
 * opportunities {@code g_k = E[(1 - (1 - p)^k) / p]} are taken, the sum of {@code E[(1 - p)^j]} for
 * j below k. So the expectation is the sum of {@code P(N = k) g_k}: nothing but positive terms,
 * where the Gauss hypergeometric function of the published form must be subtracted from one and
 * divided by a - 1.
 */
final class Opportunities {
  private static final double MOST_TERMS = 4_000;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double LARGE = 1e250;

  private Opportunities() {}

  static double expected(double r, double time, double a, double b) {
    if (time <= 0) {
      return 0;
    }
    double mean = r * time;
    double terms = mean + 40 * Math.sqrt(mean * (1 + time)) + 40 * (1 + time);
    return terms <= MOST_TERMS ? sum(r, time, a, b) : DropOutAverage.of(r, time, a, b);
  }

  private static double sum(double r, double time, double a, double b) {
    double z = time / (1 + time);
    double log = -r * Math.log1p(time);
    double weight = 1; // P(N = k), times exp(-log)
    double staying = 1; // E[(1 - p)^k]
    double taken = 0; // g_k
    double sum = 0;
    for (int k = 0; k < 20 * MOST_TERMS; k++) {
      taken += staying;
      staying *= (b + k) / (a + b + k);
      double growth = z * (r + k) / (k + 1);
      weight *= growth;
      double term = weight * taken;
      sum += term;
      if (growth < 1 && term < NEGLIGIBLE * sum * (1 - growth)) {
        break;
      }
      if (sum > LARGE) {
        weight /= LARGE;
        sum /= LARGE;
        log += Math.log(LARGE);
      }
    }
    return log > -600 && log < 600 ? sum * Math.exp(log) : Math.exp(Math.log(sum) + log);
  }
}
