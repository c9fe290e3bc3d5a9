package dev.homeport.analytics.value.btyd;

import org.hipparchus.special.Gamma;

/** Rising factorials: base (base + 1) ... (base + n - 1). */
final class Rising {
  private static final int LONG = 20_000;
  private static final double STIRLING = 20;
  private static final double LARGE = 1e250;

  private Rising() {}

  /** The logarithm; without the cancellation that a difference of two log-gammas has. */
  static double log(double base, int n) {
    if (n > LONG) {
      return log(base, (double) n);
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

  /** The same of a number that need not be whole: ln of gamma(base + n) / gamma(base). */
  static double log(double base, double n) {
    return base < STIRLING
        ? Gamma.logGamma(base + n) - Gamma.logGamma(base)
        : n * (Math.log(base) - 1)
            + (base + n - 0.5) * Math.log1p(n / base)
            + correction(base + n)
            - correction(base);
  }

  /** What log-gamma is above Stirling's formula. */
  private static double correction(double z) {
    double y = 1 / (z * z);
    return (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1_260.0 - y * (1 / 1_680.0 - y / 1_188)))) / z;
  }
}
