package dev.homeport.analytics.value.btyd;

/**
 * The negative binomial model: customers buy at rates that differ among them as a gamma
 * distribution, and nobody drops out (Ehrenberg 1959). The yardstick of the others.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in weeks
 */
public record Nbd(double r, double alpha) implements Buying {

  public Nbd {
    Parameters.require(r, alpha);
  }

  @Override
  public double logLikelihood(History history) {
    int x = history.repeats();
    return Rising.log(r, x)
        - r * Math.log1p(history.age() / alpha)
        - x * Math.log(alpha + history.age());
  }

  @Override
  public double probabilityAlive(History history) {
    return 1;
  }

  @Override
  public double expectedIfAlive(int repeats, double age, double time) {
    return (r + repeats) / (alpha + age) * time;
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
