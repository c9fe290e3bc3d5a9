package dev.homeport.analytics.value.btyd;

/**
 * How customers buy and how they stop, with the parameters of one population. Every answer is a
 * number for every history: probabilities that are too small for a double become zero, nothing
 * becomes NaN.
 */
public sealed interface Buying permits BgNbd, ParetoNbd, Nbd {

  /** ln L of one customer. */
  double logLikelihood(History history);

  /** That the customer has not dropped out. */
  double probabilityAlive(History history);

  /**
   * Purchases to come in a time, if the customer has not dropped out.
   *
   * @param repeats of the customer
   * @param age of the customer
   * @param time from now, in weeks
   */
  double expectedIfAlive(int repeats, double age, double time);

  /** That a purchase comes within a time, if the customer has not dropped out. */
  double anyWithinIfAlive(int repeats, double age, double time);

  /** The time over which the expectation of such a customer bends, in weeks. */
  double bend(int repeats, double age);

  /** Purchases to come in a time: the conditional expectation. */
  default double expected(History history, double time) {
    return probabilityAlive(history) * expectedIfAlive(history.repeats(), history.age(), time);
  }

  /** Repeat purchases of somebody new in a time: the unconditional expectation. */
  default double expectedOfNewcomer(double time) {
    return expectedIfAlive(0, 0, time);
  }

  /**
   * Purchases to come, each worth the less the later it comes, if the customer has not dropped out:
   * the integral of exp(-rate u) dC(u) over the time, C being the expectation. With the time going
   * to infinity this is DERT (Fader, Hardie, Lee 2005, RFM and CLV).
   *
   * @param time from now, in weeks
   * @param rate continuous, per week; 0 counts all alike
   */
  default double discountedIfAlive(int repeats, double age, double time, double rate) {
    double last = Math.exp(-rate * time) * expectedIfAlive(repeats, age, time);
    if (rate == 0) {
      return last;
    }
    return last
        + rate
            * Quadrature.overTime(
                u -> Math.exp(-rate * u) * expectedIfAlive(repeats, age, u),
                time,
                bend(repeats, age),
                rate);
  }

  /**
   * How long until the next purchase, given that one comes within a limit: the time by which it has
   * come with this probability.
   *
   * @param probability strictly between 0 and 1
   */
  default double nextBy(int repeats, double age, double probability, double limit) {
    double goal = probability * anyWithinIfAlive(repeats, age, limit);
    double low = 0;
    double high = limit;
    for (int i = 0; i < 60 && high - low > 1e-6; i++) {
      double middle = (low + high) / 2;
      if (anyWithinIfAlive(repeats, age, middle) < goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
