package dev.homeport.analytics.value.btyd;

import org.hipparchus.special.Gamma;

/** Rising factorials: base (base + 1) ... (base + n - 1). */
final class Rising {
  private static final int LONG = 20_000;
  private static final double LARGE = 1e250;

  private Rising() {}

  /** The logarithm; without the cancellation that a difference of two log-gammas has. */
  static double log(double base, int n) {
    if (n > LONG) {
      return Gamma.logGamma(base + n) - Gamma.logGamma(base);
    }
    double sum = 0;
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= base + i;
      if (product > LARGE || product < 1 / LARGE) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }
}
