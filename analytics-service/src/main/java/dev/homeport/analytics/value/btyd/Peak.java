package dev.homeport.analytics.value.btyd;

/**
 * Where a search for a maximum ended.
 *
 * @param at logarithms of the parameters
 * @param steepness the largest component of the gradient that leads on, per customer
 * @param left how much more the likelihood would reach if it were quadratic
 * @param curvature second derivatives, of the whole likelihood
 * @param customers whom the likelihood is of
 * @param border whether a parameter ran to the end of its range
 */
record Peak(
    double[] at,
    double value,
    double steepness,
    double left,
    double[][] curvature,
    double customers,
    boolean border,
    int evaluations) {

  private static final double FLAT = 1e-6;

  /** Of a logarithm of a likelihood: beside what parameters are uncertain by, nothing. */
  private static final double LITTLE = 1e-4;

  /** Whether nothing leads on, or to nothing that matters. */
  boolean reached() {
    return steepness < FLAT || (left > 0 && left < LITTLE);
  }
}
