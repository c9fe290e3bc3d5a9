package dev.homeport.analytics.value.btyd;

/** The logarithm of the likelihood of a population, by the logarithms of the parameters. */
interface Likelihood {

  /** How many customers it is of. */
  double customers();

  /**
   * Its value and gradient.
   *
   * @param at logarithms of the parameters
   * @param gradient is filled
   */
  double at(double[] at, double[] gradient);
}
