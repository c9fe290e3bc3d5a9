package dev.homeport.analytics.value.btyd;

/** Odds that may be far too large or too small for a double, by their logarithm. */
final class Odds {
  private Odds() {}

  /** ln(1 + odds). */
  static double logOnePlus(double log) {
    return log > 0 ? log + Math.log1p(Math.exp(-log)) : Math.log1p(Math.exp(log));
  }

  /** 1 / (1 + odds): the probability of the other side. */
  static double against(double log) {
    return 1 / (1 + Math.exp(log));
  }

  /** odds / (1 + odds). */
  static double inFavour(double log) {
    return log > 0 ? 1 / (1 + Math.exp(-log)) : Math.exp(log) / (1 + Math.exp(log));
  }
}
