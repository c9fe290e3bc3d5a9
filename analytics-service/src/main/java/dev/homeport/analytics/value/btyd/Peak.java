package dev.homeport.analytics.value.btyd;

/**
 * Where a search for a maximum ended.
 *
 * @param at logarithms of the parameters
 * @param steepness the largest component of the gradient that leads on, per customer
 * @param curvature second derivatives, of the whole likelihood
 * @param border whether a parameter ran to the end of its range
 */
record Peak(
    double[] at,
    double value,
    double steepness,
    double[][] curvature,
    boolean border,
    int evaluations) {

  private static final double FLAT = 1e-6;

  /** Whether nothing leads on. */
  boolean reached() {
    return steepness < FLAT;
  }
}
