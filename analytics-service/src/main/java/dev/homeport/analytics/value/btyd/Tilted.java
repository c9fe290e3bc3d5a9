package dev.homeport.analytics.value.btyd;

/**
 * A likelihood in other coordinates: the scale of a distribution is told as its ratio to the shape,
 * which is what data knows best. Customers who hardly differ make both run away together, and that
 * is then a straight way along one axis.
 */
final class Tilted implements Likelihood {
  private final Likelihood likelihood;
  private final int[] shapes;

  /**
   * @param shapes which parameters are shapes; the next one of each is its scale
   */
  Tilted(Likelihood likelihood, int... shapes) {
    this.likelihood = likelihood;
    this.shapes = shapes;
  }

  @Override
  public double customers() {
    return likelihood.customers();
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double value = likelihood.at(plain(at), gradient);
    for (int shape : shapes) {
      gradient[shape] += gradient[shape + 1];
    }
    return value;
  }

  /** From logarithms of parameters. */
  double[] tilt(double[] plain) {
    double[] tilted = plain.clone();
    for (int shape : shapes) {
      tilted[shape + 1] -= tilted[shape];
    }
    return tilted;
  }

  /** To logarithms of parameters. */
  double[] plain(double[] tilted) {
    double[] plain = tilted.clone();
    for (int shape : shapes) {
      plain[shape + 1] += plain[shape];
    }
    return plain;
  }

  /** A covariance, of logarithms of parameters. */
  double[][] plain(double[][] tilted) {
    int size = tilted.length;
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = plain(tilted[i]);
    }
    double[][] plain = new double[size][size];
    for (int j = 0; j < size; j++) {
      double[] column = new double[size];
      for (int i = 0; i < size; i++) {
        column[i] = rows[i][j];
      }
      column = plain(column);
      for (int i = 0; i < size; i++) {
        plain[i][j] = column[i];
      }
    }
    return plain;
  }
}
