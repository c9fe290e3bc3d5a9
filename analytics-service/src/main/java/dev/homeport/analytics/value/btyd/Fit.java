package dev.homeport.analytics.value.btyd;

import java.util.List;
import java.util.Optional;

/**
 * Parameters of most likelihood.
 *
 * @param parameters in the order of the model's own
 * @param standardErrors from the observed information; empty where the likelihood is flat
 * @param covariance of the logarithms of the parameters; empty where the likelihood is flat
 * @param converged whether the search ended at a maximum, and not by its limits
 * @param atBorder whether a parameter ran towards zero or infinity
 * @param evaluations of the likelihood and its gradient
 */
public record Fit(
    List<Double> parameters,
    Optional<List<Double>> standardErrors,
    Optional<List<List<Double>>> covariance,
    double logLikelihood,
    boolean converged,
    boolean atBorder,
    int evaluations) {

  public Fit {
    parameters = List.copyOf(parameters);
  }

  /** How many parameters there are. */
  public int size() {
    return parameters.size();
  }

  /** Akaike's criterion: less is better. */
  public double aic() {
    return 2 * size() - 2 * logLikelihood;
  }

  /** Schwarz's criterion: less is better. */
  public double bic(long observations) {
    return size() * Math.log(observations) - 2 * logLikelihood;
  }

  double parameter(int i) {
    return parameters.get(i);
  }
}
