package dev.homeport.analytics.cohort.rest;

/** How shares are written. */
final class Rates {
  private static final double MILLION = 1e6;

  private Rates() {}

  /** To six digits after the point. */
  static double rounded(double rate) {
    return Math.round(rate * MILLION) / MILLION;
  }
}
