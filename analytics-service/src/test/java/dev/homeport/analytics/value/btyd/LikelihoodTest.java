package dev.homeport.analytics.value.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The likelihoods of populations are those of their customers, and their gradients are right. */
class LikelihoodTest {
  private static final long SEED = 2_005;

  private final Random random = new Random(SEED);
  private final Tuples.Builder customers = new Tuples.Builder();
  private final Spending.Builder amounts = new Spending.Builder();

  LikelihoodTest() {
    for (int i = 0; i < 300; i++) {
      int age = random.nextInt(400);
      int repeats = age == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(12);
      customers.add(repeats, repeats == 0 ? 0 : 1 + random.nextInt(age), age);
      amounts.add(repeats, 5 + 100 * random.nextDouble());
    }
  }

  @Test
  void of_bg_nbd() {
    Tuples tuples = customers.grouped();
    for (double[] at : points(4)) {
      var model = new BgNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
      check(new BgNbdLikelihood(tuples), at, sum(tuples, model));
    }
  }

  @Test
  void of_pareto_nbd() {
    Tuples tuples = customers.single();
    for (double[] at : points(4)) {
      var model = new ParetoNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
      check(new ParetoNbdLikelihood(tuples), at, sum(tuples, model));
    }
  }

  @Test
  void of_nbd() {
    Tuples tuples = customers.grouped();
    for (double[] at : points(2)) {
      check(new NbdLikelihood(tuples), at, sum(tuples, new Nbd(Math.exp(at[0]), Math.exp(at[1]))));
    }
  }

  @Test
  void of_gamma_gamma() {
    Spending spending = amounts.build();
    double unit = 17;
    for (double[] at : points(3)) {
      var model = new GammaGamma(Math.exp(at[0]), Math.exp(at[1]), unit * Math.exp(at[2]));
      double sum = 0;
      for (int i = 0; i < spending.size(); i++) {
        sum += model.logLikelihood(spending.purchases(i), spending.mean(i));
      }
      check(new GammaGammaLikelihood(spending, unit), at, sum);
    }
  }

  private double[][] points(int parameters) {
    double[][] points = new double[40][parameters];
    for (double[] point : points) {
      for (int i = 0; i < parameters; i++) {
        point[i] = 3 * (2 * random.nextDouble() - 1);
      }
    }
    return points;
  }

  private static double sum(Tuples tuples, Buying model) {
    double sum = 0;
    for (int i = 0; i < tuples.size(); i++) {
      var history = new History(tuples.repeats(i), tuples.recency(i) / 7.0, tuples.age(i) / 7.0);
      sum += tuples.count(i) * model.logLikelihood(history);
    }
    return sum;
  }

  private static void check(Likelihood likelihood, double[] at, double sum) {
    double[] gradient = new double[at.length];
    double value = likelihood.at(at, gradient);
    assertThat(value).as("seed %d", SEED).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
    for (int i = 0; i < at.length; i++) {
      double step = 1e-5;
      double[] point = at.clone();
      double[] ignored = new double[at.length];
      point[i] = at[i] + step;
      double above = likelihood.at(point, ignored);
      point[i] = at[i] - step;
      double below = likelihood.at(point, ignored);
      assertThat(gradient[i])
          .as("seed %d, parameter %d", SEED, i)
          .isCloseTo((above - below) / (2 * step), within(1e-4 + 1e-6 * Math.abs(value)));
    }
  }
}
