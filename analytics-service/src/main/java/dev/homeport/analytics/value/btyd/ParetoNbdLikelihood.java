package dev.homeport.analytics.value.btyd;

/** Of {@link ParetoNbd}: r, alpha, s, beta. */
final class ParetoNbdLikelihood implements Likelihood {
  private final Tuples tuples;
  private final double customers;
  private final double[] withMoreThan;
  private final DayTable buying;
  private final DayTable lasting;

  ParetoNbdLikelihood(Tuples tuples) {
    this.tuples = tuples;
    this.customers = tuples.customers();
    this.withMoreThan = tuples.withMoreThan();
    this.buying = new DayTable(tuples.longestAge());
    this.lasting = new DayTable(tuples.longestAge());
  }

  @Override
  public double customers() {
    return customers;
  }

  @Override
  public double at(double[] at, double[] gradient) {
    var model = new ParetoNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
    buying.fill(model.alpha());
    lasting.fill(model.beta());
    double r = model.r();
    double s = model.s();
    double value = customers * (r * at[1] + s * at[3]);
    double byR = customers * at[1];
    double byAlpha = customers * r / model.alpha();
    double byS = customers * at[3];
    double byBeta = customers * s / model.beta();
    for (int i = 0; i < withMoreThan.length; i++) {
      value += withMoreThan[i] * Math.log(r + i);
      byR += withMoreThan[i] / (r + i);
    }
    var silence = new Silence(model);
    for (int i = 0; i < tuples.size(); i++) {
      int age = tuples.age(i);
      double weight = tuples.weight(i);
      double n = r + tuples.repeats(i);
      value -= weight * (n * buying.log[age] + s * lasting.log[age]);
      byR -= weight * buying.log[age];
      byAlpha -= weight * n * buying.inverse[age];
      byS -= weight * lasting.log[age];
      byBeta -= weight * s * lasting.inverse[age];
      if (age > tuples.recency(i)) {
        double odds =
            silence.logOdds(
                tuples.repeats(i),
                tuples.recency(i) / Tuples.DAYS_A_WEEK,
                age / Tuples.DAYS_A_WEEK);
        double left = weight * Odds.inFavour(odds);
        value += weight * Odds.logOnePlus(odds);
        byR += left * silence.byR();
        byAlpha += left * silence.byAlpha();
        byS += left * silence.byS();
        byBeta += left * silence.byBeta();
      }
    }
    gradient[0] = byR * r;
    gradient[1] = byAlpha * model.alpha();
    gradient[2] = byS * s;
    gradient[3] = byBeta * model.beta();
    return value;
  }
}
