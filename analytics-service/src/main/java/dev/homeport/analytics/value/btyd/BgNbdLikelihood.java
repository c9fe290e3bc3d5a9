package dev.homeport.analytics.value.btyd;

/**
 * Of {@link BgNbd}: r, alpha, a, b. It is that of NBD, and what drop-out adds for those with a
 * repeat purchase. What depends on the number of purchases alone is summed over those who have more
 * than so many; logarithms of days come from a table; so a tuple costs one exponential function and
 * one logarithm.
 */
final class BgNbdLikelihood implements Likelihood {
  private final Tuples repeaters;
  private final NbdLikelihood buying;
  private final double[] withMoreThan;
  private final double[] logOdds;
  private final double[] inverse;

  BgNbdLikelihood(Tuples tuples) {
    this.repeaters = tuples.repeated();
    this.buying = new NbdLikelihood(tuples);
    this.withMoreThan = buying.withMoreThan();
    this.logOdds = new double[withMoreThan.length + 1];
    this.inverse = new double[withMoreThan.length + 1];
  }

  @Override
  public double customers() {
    return buying.customers();
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double r = Math.exp(at[0]);
    double a = Math.exp(at[2]);
    double b = Math.exp(at[3]);
    double value = buying.value(at);
    double byA = 0;
    double byB = 0;
    for (int i = 0; i < withMoreThan.length; i++) {
      double share = withMoreThan[i];
      double both = 1 / (a + b + i);
      inverse[i + 1] = 1 / (b + i);
      logOdds[i + 1] = at[2] - Math.log(b + i);
      value += share * (at[2] - logOdds[i + 1] - Math.log(a + b + i));
      byA -= share * both;
      byB += share * (inverse[i + 1] - both);
    }
    double[] sums = Blocks.sum(repeaters.size(), 5, (from, to, into) -> add(r, from, to, into));
    gradient[0] = (buying.byR() + sums[1]) * r;
    gradient[1] = (buying.byAlpha() + sums[2]) * Math.exp(at[1]);
    gradient[2] = byA * a + sums[3];
    gradient[3] = (byB - sums[4]) * b;
    return value + sums[0];
  }

  /** Value, by r, by alpha, by the logarithm of a, by minus b. */
  private void add(double r, int from, int to, double[] sums) {
    DayTable days = buying.days();
    for (int i = from; i < to; i++) {
      int x = repeaters.repeats(i);
      int age = repeaters.age(i);
      int recency = repeaters.recency(i);
      double weight = repeaters.weight(i);
      double silence = days.log(age) - days.log(recency);
      double odds = logOdds[x] + (r + x) * silence;
      double e = Math.exp(-Math.abs(odds));
      double left = weight * (odds > 0 ? 1 : e) / (1 + e);
      sums[0] += weight * (Math.log(1 + e) + Math.max(0, odds));
      sums[1] += left * silence;
      sums[2] += left * (r + x) * (days.inverse(age) - days.inverse(recency));
      sums[3] += left;
      sums[4] += left * inverse[x];
    }
  }
}
