package dev.homeport.analytics.value.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the answer is a number that can be one. */
class SweepTest {
  private static final long SEED = 1_987;
  private static final int CASES = 10_000;

  @Test
  void no_input_is_answered_with_nonsense() {
    var random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      History history = history(random);
      double time = positive(random, 4);
      for (Buying model : models(random)) {
        String what = "seed %d, case %d: %s %s in %s".formatted(SEED, i, model, history, time);
        double alive = model.probabilityAlive(history);
        double within = model.anyWithinIfAlive(history.repeats(), history.age(), time);
        double soon = model.expected(history, time);
        double later = model.expected(history, 2 * time);
        assertThat(model.logLikelihood(history)).as(what).isFinite();
        assertThat(alive).as(what).isBetween(0.0, 1.0);
        assertThat(within).as(what).isBetween(0.0, 1 + 1e-9);
        assertThat(soon).as(what).isFinite().isNotNegative();
        assertThat(later).as(what).isFinite().isGreaterThanOrEqualTo(soon * (1 - 1e-9));
        assertThat(model.expectedIfAlive(history.repeats(), history.age(), time))
            .as("at least one purchase when there is any: " + what)
            .isGreaterThanOrEqualTo(within * (1 - 1e-6));
      }
    }
  }

  @Test
  void discounting_lies_between_nothing_and_everything() {
    var random = new Random(SEED);
    for (int i = 0; i < CASES / 100; i++) {
      History history = history(random);
      double time = positive(random, 3);
      double rate = positive(random, 2) / 1_000;
      for (Buying model : models(random)) {
        String what = "seed %d, case %d: %s %s in %s".formatted(SEED, i, model, history, time);
        double all = model.expectedIfAlive(history.repeats(), history.age(), time);
        double discounted = model.discountedIfAlive(history.repeats(), history.age(), time, rate);
        assertThat(discounted)
            .as(what)
            .isBetween(all * Math.exp(-rate * time) * (1 - 1e-9), all * (1 + 1e-9));
      }
    }
  }

  /** A sum of terms and an average over the probability of drop-out come to the same. */
  @Test
  void two_ways_to_the_expectation_agree() {
    var random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      double r = positive(random, 1.5);
      double time = positive(random, 1.5);
      double a = positive(random, 2);
      double b = positive(random, 2);
      assertThat(DropOutAverage.of(r, time, a, b) / Opportunities.expected(r, time, a, b))
          .as("seed %d: r %s, t %s, a %s, b %s", SEED, r, time, a, b)
          .isCloseTo(1, within(1e-10));
    }
  }

  @Test
  void a_history_that_cannot_be_is_refused() {
    for (double[] wrong :
        new double[][] {{-1, 0, 1}, {0, 1, 2}, {1, 3, 2}, {1, 1, Double.NaN}, {1, -1, 2}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new History((int) wrong[0], wrong[1], wrong[2]));
    }
  }

  private static Buying[] models(Random random) {
    double r = positive(random, 3);
    double alpha = positive(random, 4);
    double a = positive(random, 5);
    double b = positive(random, 5);
    return new Buying[] {
      new BgNbd(r, alpha, a, b), new ParetoNbd(r, alpha, a, b), new Nbd(r, alpha)
    };
  }

  private static History history(Random random) {
    double age = random.nextInt(10) == 0 ? 0 : positive(random, 3);
    int repeats = age == 0 ? 0 : (int) (positive(random, 3) * random.nextInt(3));
    return new History(repeats, repeats == 0 ? 0 : age * random.nextDouble(), age);
  }

  /** Over that many powers of ten, to either side of one. */
  private static double positive(Random random, double powers) {
    return Math.pow(10, powers * (2 * random.nextDouble() - 1));
  }
}
