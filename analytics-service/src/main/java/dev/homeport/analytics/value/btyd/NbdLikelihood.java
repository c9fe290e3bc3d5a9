package dev.homeport.analytics.value.btyd;

/** Of {@link Nbd}: r, alpha. */
final class NbdLikelihood implements Likelihood {
  private final double customers;
  private final double[] withMoreThan;
  private final double[] byAge;
  private final double[] purchasesByAge;
  private final DayTable days;

  /** Only the age and the number of purchases matter. */
  NbdLikelihood(Tuples tuples) {
    customers = tuples.customers();
    withMoreThan = tuples.withMoreThan();
    byAge = new double[tuples.longestAge() + 1];
    purchasesByAge = new double[byAge.length];
    days = new DayTable(tuples.longestAge());
    for (int i = 0; i < tuples.size(); i++) {
      byAge[tuples.age(i)] += tuples.weight(i);
      purchasesByAge[tuples.age(i)] += tuples.weight(i) * tuples.repeats(i);
    }
  }

  @Override
  public double customers() {
    return customers;
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double r = Math.exp(at[0]);
    double alpha = Math.exp(at[1]);
    days.fill(alpha);
    double value = customers * r * at[1];
    double byR = customers * at[1];
    double byAlpha = customers * r / alpha;
    for (int i = 0; i < withMoreThan.length; i++) {
      value += withMoreThan[i] * Math.log(r + i);
      byR += withMoreThan[i] / (r + i);
    }
    for (int day = 0; day < byAge.length; day++) {
      double n = r * byAge[day] + purchasesByAge[day];
      value -= n * days.log[day];
      byR -= byAge[day] * days.log[day];
      byAlpha -= n * days.inverse[day];
    }
    gradient[0] = byR * r;
    gradient[1] = byAlpha * alpha;
    return value;
  }
}
