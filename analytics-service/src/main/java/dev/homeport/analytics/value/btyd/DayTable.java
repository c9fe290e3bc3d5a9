package dev.homeport.analytics.value.btyd;

/** Logarithm and reciprocal of a scale plus a number of days. */
final class DayTable {
  private final double[] log;
  private final double[] inverse;

  /** For 0 to so many days; filled anew for each scale. */
  DayTable(int days) {
    log = new double[days + 1];
    inverse = new double[days + 1];
  }

  /** Takes a scale in weeks. */
  void fill(double scale) {
    for (int day = 0; day < log.length; day++) {
      double sum = scale + day / Tuples.DAYS_A_WEEK;
      log[day] = Math.log(sum);
      inverse[day] = 1 / sum;
    }
  }

  double log(int day) {
    return log[day];
  }

  double inverse(int day) {
    return inverse[day];
  }
}
