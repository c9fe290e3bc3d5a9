package dev.homeport.analytics.value.btyd;

/**
 * BG/NBD: customers buy at rates that differ as a gamma distribution, and drop out after any repeat
 * purchase with a probability that differs as a beta distribution (Fader, Hardie, Lee 2005,
 * Counting your customers the easy way). A customer without a repeat purchase cannot have dropped
 * out.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in weeks
 * @param a of the probability of drop-out
 * @param b of the probability of drop-out
 */
public record BgNbd(double r, double alpha, double a, double b) implements Buying {

  public BgNbd {
    Parameters.require(r, alpha, a, b);
  }

  /** Their equation 6, the two cases of its sum taken together in logarithms. */
  @Override
  public double logLikelihood(History history) {
    int x = history.repeats();
    double buying =
        Rising.log(r, x)
            - r * Math.log1p(history.age() / alpha)
            - x * Math.log(alpha + history.age());
    return x == 0
        ? buying
        : buying
            + Rising.log(b, x)
            - Rising.log(a + b, x)
            + Odds.logOnePlus(logOddsOfDropOut(history));
  }

  @Override
  public double probabilityAlive(History history) {
    return history.repeats() == 0 ? 1 : Odds.against(logOddsOfDropOut(history));
  }

  private double logOddsOfDropOut(History history) {
    double silence = (history.age() - history.recency()) / (alpha + history.recency());
    int x = history.repeats();
    return Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log1p(silence);
  }

  /** Their equation 10 without P(alive), in a form without a singularity at a = 1. */
  @Override
  public double expectedIfAlive(int repeats, double age, double time) {
    return Opportunities.expected(r + repeats, time / (alpha + age), a, b + repeats);
  }

  @Override
  public double anyWithinIfAlive(int repeats, double age, double time) {
    return -Math.expm1(-(r + repeats) * Math.log1p(time / (alpha + age)));
  }

  @Override
  public double bend(int repeats, double age) {
    return alpha + age;
  }
}
