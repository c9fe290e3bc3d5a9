package dev.homeport.analytics.value.btyd;

/**
 * The same expectation as an average over the probability of drop-out, of {@code (1 - (1 + p t)^-r)
 * / p}, for times that are long beside the scale of the rates. It is taken over the logit y of p,
 * on panels along the slope of the weight; both tails are known in closed form. Numerator and
 * denominator are integrated alike, so that no beta function is needed.
 */
final class DropOutAverage {
  private static final double NEGLIGIBLE = 1e-18;
  private static final double PANEL = 1.5;
  private static final double STEEPEST = 12;

  /** e to the minus this is nothing beside one. */
  private static final double NOTHING = 26;

  private final double r;
  private final double time;
  private final double a;
  private final double b;
  private final double top;
  private double weight;
  private double value;

  private DropOutAverage(double r, double time, double a, double b, double start) {
    this.r = r;
    this.time = time;
    this.a = a;
    this.b = b;
    this.top = logWeight(start);
  }

  static double of(double r, double time, double a, double b) {
    double low = -NOTHING - Math.log(Math.max(1, Math.max(b, time * (r + 1))));
    double high = NOTHING + Math.log(Math.max(1, a));
    double start = Math.max(low, Math.min(high, Math.log(a) - Math.log(b)));
    var average = new DropOutAverage(r, time, a, b, start);
    if (average.walk(start, low)) {
      average.tail(low, a);
    }
    if (average.walk(start, high)) {
      average.tail(high, b);
    }
    return r * time * (average.value / average.weight);
  }

  /** Whether it went to the end, and not only to where nothing is left to be added. */
  private boolean walk(double from, double to) {
    double direction = Math.signum(to - from);
    double at = from;
    while (direction * (to - at) > 0) {
      double step = Math.min(PANEL, Math.abs(to - at));
      while (step * steepest(at, at + direction * step) > STEEPEST) {
        step /= 2;
      }
      double next = Math.abs(to - at) <= step ? to : at + direction * step;
      if (panel(Math.min(at, next), Math.max(at, next)) && Math.abs(slope(next)) > PANEL) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private double steepest(double y, double z) {
    return Math.max(Math.abs(slope(y)), Math.abs(slope(z)));
  }

  /** Whether that was negligible. */
  private boolean panel(double from, double to) {
    double half = (to - from) / 2;
    double moreWeight = 0;
    double moreValue = 0;
    for (int i = 0; i < Quadrature.NODES; i++) {
      double y = from + half * (1 + Quadrature.node(i));
      double density = Quadrature.weight(i) * half * Math.exp(logWeight(y) - top);
      moreWeight += density;
      moreValue += density * taken(y);
    }
    weight += moreWeight;
    value += moreValue;
    return moreWeight < NEGLIGIBLE * weight && moreValue < NEGLIGIBLE * value;
  }

  /** From here on the weight falls as an exponential function and the value stays. */
  private void tail(double y, double slope) {
    double all = Math.exp(logWeight(y) - top) / slope;
    weight += all;
    value += all * taken(y);
  }

  /** Of p^a (1 - p)^b: the beta density times dp / dy. */
  private double logWeight(double y) {
    return -a * Odds.logOnePlus(-y) - b * Odds.logOnePlus(y);
  }

  private double slope(double y) {
    return a * Odds.against(y) - b * Odds.inFavour(y);
  }

  /** As a part of what would be bought without drop-out. */
  private double taken(double y) {
    double p = Odds.inFavour(y);
    double exponent = r * Math.log1p(p * time);
    return exponent == 0 ? 1 : -Math.expm1(-exponent) / (r * p * time);
  }
}
