package dev.homeport.analytics.value.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A parametric bootstrap: parameters as they might as well have been estimated, drawn from the
 * asymptotic distribution of the estimate, which is normal in the logarithms of the parameters.
 */
public final class Draws {
  private static final int TRIES = 100;

  private Draws() {}

  /**
   * Draws parameters.
   *
   * @param sensible what is drawn again when it fails
   * @return as many, or none where the likelihood is flat
   */
  public static List<List<Double>> of(
      Fit fit, int count, long seed, Predicate<List<Double>> sensible) {
    double[][] root =
        fit.covariance().flatMap(covariance -> Symmetric.root(matrix(covariance))).orElse(null);
    if (root == null) {
      return List.of();
    }
    var random = new Random(seed);
    var draws = new ArrayList<List<Double>>(count);
    for (int tries = 0; draws.size() < count && tries < TRIES * count; tries++) {
      List<Double> drawn = draw(fit, root, random);
      if (sensible.test(drawn)) {
        draws.add(drawn);
      }
    }
    return draws.size() == count ? draws : List.of();
  }

  private static List<Double> draw(Fit fit, double[][] root, Random random) {
    double[] normal = new double[fit.size()];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = random.nextGaussian();
    }
    var drawn = new ArrayList<Double>(normal.length);
    for (int i = 0; i < normal.length; i++) {
      double away = 0;
      for (int j = 0; j <= i; j++) {
        away += root[i][j] * normal[j];
      }
      drawn.add(fit.parameter(i) * Math.exp(away));
    }
    return List.copyOf(drawn);
  }

  private static double[][] matrix(List<List<Double>> rows) {
    return rows.stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
