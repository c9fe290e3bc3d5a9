package dev.homeport.analytics.value.btyd;

/**
 * Pareto/NBD: customers buy at rates that differ as a gamma distribution, and drop out at any
 * moment at rates that differ as another (Schmittlein, Morrison, Colombo 1987; Fader, Hardie 2005,
 * A note on deriving the Pareto/NBD).
 *
 * @param r shape of the rates of purchases
 * @param alpha scale of the rates of purchases, in weeks
 * @param s shape of the rates of drop-out
 * @param beta scale of the rates of drop-out, in weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements Buying {

  public ParetoNbd {
    Parameters.require(r, alpha, s, beta);
  }

  @Override
  public double logLikelihood(History history) {
    int x = history.repeats();
    double age = history.age();
    return Rising.log(r, x)
        - r * Math.log1p(age / alpha)
        - x * Math.log(alpha + age)
        - s * Math.log1p(age / beta)
        + Odds.logOnePlus(logOddsOfDropOut(history));
  }

  @Override
  public double probabilityAlive(History history) {
    return Odds.against(logOddsOfDropOut(history));
  }

  private double logOddsOfDropOut(History history) {
    return new Silence(this).logOdds(history.repeats(), history.recency(), history.age());
  }

  /** Fader and Hardie's equation 41 without P(alive), continuous at s = 1. */
  @Override
  public double expectedIfAlive(int repeats, double age, double time) {
    double lasting = beta + age;
    double spread = Math.log1p(time / lasting);
    return (r + repeats) / (alpha + age) * lasting * spread * decay((s - 1) * spread);
  }

  /** (1 - exp(-y)) / y. */
  private static double decay(double y) {
    return y == 0 ? 1 : -Math.expm1(-y) / y;
  }

  /** A purchase before drop-out; both rates have become known a little better since the start. */
  @Override
  public double anyWithinIfAlive(int repeats, double age, double time) {
    double n = r + repeats;
    double buying = alpha + age;
    double lasting = beta + age;
    double bend = Math.min(buying, lasting) / Math.max(1, Math.max(n, s));
    return n
        / buying
        * Quadrature.overTime(
            u -> Math.exp(-(n + 1) * Math.log1p(u / buying) - s * Math.log1p(u / lasting)),
            time,
            bend,
            0);
  }

  @Override
  public double bend(int repeats, double age) {
    return Math.min(alpha, beta) + age;
  }
}
