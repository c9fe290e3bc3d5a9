package dev.homeport.analytics.value.btyd;

/**
 * Of {@link ParetoNbd}: r, alpha, s, beta. It is that of NBD, the logarithm of having lasted until
 * now, and what drop-out since the last purchase adds.
 */
final class ParetoNbdLikelihood implements Likelihood {
  private final Tuples tuples;
  private final NbdLikelihood buying;
  private final ByAge byAge;
  private final DayTable lasting;

  ParetoNbdLikelihood(Tuples tuples) {
    this.tuples = tuples;
    this.buying = new NbdLikelihood(tuples);
    this.byAge = new ByAge(tuples);
    this.lasting = new DayTable(tuples.longestAge());
  }

  @Override
  public double customers() {
    return buying.customers();
  }

  @Override
  public double at(double[] at, double[] gradient) {
    var model = new ParetoNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
    double s = model.s();
    lasting.fill(model.beta());
    double value = buying.value(at) + customers() * s * at[3];
    double byS = customers() * at[3];
    double byBeta = customers() * s / model.beta();
    for (int day = 0; day < byAge.days(); day++) {
      value -= byAge.customers(day) * s * lasting.log(day);
      byS -= byAge.customers(day) * lasting.log(day);
      byBeta -= byAge.customers(day) * s * lasting.inverse(day);
    }
    double[] sums = Blocks.sum(tuples.size(), 5, (from, to, into) -> add(model, from, to, into));
    gradient[0] = (buying.byR() + sums[1]) * model.r();
    gradient[1] = (buying.byAlpha() + sums[2]) * model.alpha();
    gradient[2] = (byS + sums[3]) * s;
    gradient[3] = (byBeta + sums[4]) * model.beta();
    return value + sums[0];
  }

  /** Value, and derivatives in the order of the parameters. */
  private void add(ParetoNbd model, int from, int to, double[] sums) {
    var silence = new Silence(model);
    for (int i = from; i < to; i++) {
      if (tuples.age(i) > tuples.recency(i)) {
        double odds =
            silence.logOdds(
                tuples.repeats(i),
                tuples.recency(i) / Tuples.DAYS_A_WEEK,
                tuples.age(i) / Tuples.DAYS_A_WEEK);
        double left = tuples.weight(i) * Odds.inFavour(odds);
        sums[0] += tuples.weight(i) * Odds.logOnePlus(odds);
        sums[1] += left * silence.byR();
        sums[2] += left * silence.byAlpha();
        sums[3] += left * silence.byS();
        sums[4] += left * silence.byBeta();
      }
    }
  }
}
