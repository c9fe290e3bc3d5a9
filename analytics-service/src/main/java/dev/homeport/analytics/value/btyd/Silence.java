package dev.homeport.analytics.value.btyd;

/**
 * The odds that a customer of the Pareto/NBD model dropped out between the last purchase and now:
 *
 * <pre>
 *   s  integral from t_x to T of ((alpha + T) / (alpha + y))^(r + x)
 *                                ((beta + T) / (beta + y))^s  dy / (beta + y)
 * </pre>
 *
 * <p>The published form is a difference of two Gauss hypergeometric functions, which cancels and
 * overflows. The integrand is positive and, over v = ln(min(alpha, beta) + y), log-concave with
 * singularities no nearer than pi, so Gauss-Legendre on panels along its slope is exact to
 * rounding. The derivatives are averages under the same weights. Not thread-safe.
 */
final class Silence {
  private static final double NEGLIGIBLE = 42;
  private static final double PANEL = 2;
  private static final double STEEPEST = 12;

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final double shift;
  private double n;
  private double age;
  private double sum;
  private double byR;
  private double byAlpha;
  private double byS;
  private double byBeta;
  private double top;

  Silence(ParetoNbd model) {
    this.r = model.r();
    this.alpha = model.alpha();
    this.s = model.s();
    this.beta = model.beta();
    this.shift = Math.min(alpha, beta);
  }

  /** Minus infinity when no time has passed. */
  double logOdds(int repeats, double recency, double now) {
    n = r + repeats;
    age = now;
    sum = 0;
    byR = 0;
    byAlpha = 0;
    byS = 0;
    byBeta = 0;
    double length = Math.log1p((now - recency) / (shift + recency));
    if (length <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double from = shift + recency;
    top = log(recency);
    double at = 0;
    boolean falls = false;
    while (at < length && !falls) {
      double step = step(from, at, length);
      panel(from, at, step);
      at += step;
      double y = reach(from, at, recency);
      falls = log(y) < top - NEGLIGIBLE && slope(y) < 0;
    }
    return Math.log(s) + top + Math.log(sum);
  }

  /** d ln odds / d r, after {@link #logOdds}. */
  double byR() {
    return byR / sum;
  }

  double byAlpha() {
    return byAlpha / sum;
  }

  double byS() {
    return 1 / s + byS / sum;
  }

  double byBeta() {
    return byBeta / sum;
  }

  private double step(double from, double at, double length) {
    double step = Math.min(PANEL, length - at);
    double recency = from - shift;
    while (step * -slope(reach(from, at + step, recency)) > STEEPEST) {
      step /= 2;
    }
    return step;
  }

  /** The y of a v. */
  private static double reach(double from, double v, double recency) {
    return recency + from * Math.expm1(v);
  }

  private void panel(double from, double at, double step) {
    double half = step / 2;
    double recency = from - shift;
    for (int i = 0; i < Quadrature.NODES; i++) {
      double y = reach(from, at + half * (1 + Quadrature.node(i)), recency);
      double bought = Math.log((alpha + age) / (alpha + y));
      double lasted = Math.log((beta + age) / (beta + y));
      double ratio = (shift + y) / (beta + y);
      double density =
          half * Quadrature.weight(i) * ratio * Math.exp(n * bought + s * lasted - top);
      sum += density;
      byR += density * bought;
      byAlpha += density * n * (1 / (alpha + age) - 1 / (alpha + y));
      byS += density * lasted;
      byBeta += density * (s / (beta + age) - (s + 1) / (beta + y));
    }
  }

  /** Of the integrand without the measure. */
  private double log(double y) {
    return n * Math.log((alpha + age) / (alpha + y)) + s * Math.log((beta + age) / (beta + y));
  }

  /** By v, the measure included. */
  private double slope(double y) {
    double ratio = (shift + y) / (beta + y);
    return 1 - n * (shift + y) / (alpha + y) - (s + 1) * ratio;
  }
}
