package dev.homeport.analytics.value.btyd;

/** Of {@link Nbd}: r, alpha. Only the age and the number of purchases matter. */
final class NbdLikelihood implements Likelihood {
  private final double customers;
  private final double[] withMoreThan;
  private final ByAge byAge;
  private final DayTable days;

  private double byR;
  private double byAlpha;

  NbdLikelihood(Tuples tuples) {
    customers = tuples.customers();
    withMoreThan = tuples.withMoreThan();
    byAge = new ByAge(tuples);
    days = new DayTable(tuples.longestAge());
  }

  @Override
  public double customers() {
    return customers;
  }

  @Override
  public double at(double[] at, double[] gradient) {
    double value = value(at);
    gradient[0] = byR * Math.exp(at[0]);
    gradient[1] = byAlpha * Math.exp(at[1]);
    return value;
  }

  /** Also leaves derivatives by r and alpha. */
  double value(double[] at) {
    double r = Math.exp(at[0]);
    double alpha = Math.exp(at[1]);
    days.fill(alpha);
    double value = customers * r * at[1];
    byR = customers * at[1];
    byAlpha = customers * r / alpha;
    for (int i = 0; i < withMoreThan.length; i++) {
      value += withMoreThan[i] * Math.log(r + i);
      byR += withMoreThan[i] / (r + i);
    }
    for (int day = 0; day < byAge.days(); day++) {
      double n = r * byAge.customers(day) + byAge.purchases(day);
      value -= n * days.log(day);
      byR -= byAge.customers(day) * days.log(day);
      byAlpha -= n * days.inverse(day);
    }
    return value;
  }

  double byR() {
    return byR;
  }

  double byAlpha() {
    return byAlpha;
  }

  double[] withMoreThan() {
    return withMoreThan;
  }

  DayTable days() {
    return days;
  }
}
