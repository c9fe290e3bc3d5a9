package dev.homeport.analytics.value.btyd;

import java.util.OptionalDouble;
import org.hipparchus.special.Gamma;

/**
 * Gamma-gamma: the amounts of a customer's purchases are gamma(p, v)-distributed, and v differs
 * among customers as a gamma(q, gamma) (Fader, Hardie 2013, The gamma-gamma model of monetary
 * value). It takes for granted that amounts do not depend on how often one buys.
 *
 * @param p shape of a customer's amounts
 * @param q shape of v
 * @param gamma scale of v, in units of money
 */
public record GammaGamma(double p, double q, double gamma) {

  public GammaGamma {
    Parameters.require(p, q, gamma);
  }

  /**
   * ln of the density of a mean (their equation 1a).
   *
   * @param purchases how many the mean is of, at least one
   * @param mean above zero
   */
  public double logLikelihood(int purchases, double mean) {
    double shape = p * purchases;
    return Rising.log(q, shape)
        - Gamma.logGamma(shape)
        - q * Math.log1p(purchases * mean / gamma)
        - Math.log(mean)
        - shape * Math.log1p(gamma / (purchases * mean));
  }

  /**
   * What a purchase of this customer comes to (their equation 5); of one of whom nothing is known,
   * the mean of all. Empty where the distribution has no mean.
   *
   * @param purchases how many the mean is of; 0 when nothing is known
   */
  public OptionalDouble expected(int purchases, double mean) {
    double below = p * purchases + q - 1;
    return below > 0
        ? OptionalDouble.of(p * (gamma + purchases * mean) / below)
        : OptionalDouble.empty();
  }
}
