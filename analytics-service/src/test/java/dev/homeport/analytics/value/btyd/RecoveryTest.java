package dev.homeport.analytics.value.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From customers who behave as a model says, its parameters are found again. */
class RecoveryTest {
  private static final long SEED = 1_997;
  private static final Fitting FITTING = new Fitting(Effort.USUAL);

  @Test
  void of_bg_nbd() {
    var truth = new BgNbd(0.8, 20, 0.8, 2.5);
    Tuples tuples = new Simulated(SEED).bgNbd(truth, 20_000, 700).grouped();

    Fit fit = FITTING.bgNbd(tuples, FITTING.nbd(tuples));

    assertFound(fit, 0.8, 20, 0.8, 2.5);
  }

  @Test
  void of_pareto_nbd() {
    var truth = new ParetoNbd(0.8, 20, 0.7, 25);
    Tuples tuples = new Simulated(SEED).paretoNbd(truth, 8_000, 700).grouped();

    Fit fit = FITTING.paretoNbd(tuples, FITTING.nbd(tuples));

    assertFound(fit, 0.8, 20, 0.7, 25);
  }

  @Test
  void of_gamma_gamma() {
    var truth = new GammaGamma(6, 4, 1_500);
    Spending spending = new Simulated(SEED).spending(truth, 5_000);

    assertFound(FITTING.gammaGamma(spending), 6, 4, 1_500);
  }

  @Test
  void draws_spread_as_the_standard_errors_say() {
    Tuples tuples = new Simulated(SEED).bgNbd(new BgNbd(0.8, 20, 0.8, 2.5), 5_000, 700).grouped();
    Fit fit = FITTING.bgNbd(tuples, FITTING.nbd(tuples));

    List<List<Double>> draws = Draws.of(fit, 4_000, SEED, _ -> true);

    for (int i = 0; i < fit.size(); i++) {
      int parameter = i;
      double error = fit.standardErrors().orElseThrow().get(i) / fit.parameter(i);
      double squares =
          draws.stream()
              .mapToDouble(draw -> Math.log(draw.get(parameter) / fit.parameter(parameter)))
              .map(away -> away * away)
              .average()
              .orElseThrow();
      assertThat(Math.sqrt(squares) / error).as("parameter %d", i).isCloseTo(1, within(0.05));
    }
    assertThat(Draws.of(fit, 4_000, SEED, _ -> true)).isEqualTo(draws);
    assertThat(Draws.of(fit, 10, SEED, _ -> false)).isEmpty();
  }

  private static void assertFound(Fit fit, double... truth) {
    List<Double> errors = fit.standardErrors().orElseThrow();
    IntStream.range(0, truth.length)
        .forEach(
            i ->
                assertThat(fit.parameter(i))
                    .as("seed %d, parameter %d, %s", SEED, i, fit)
                    .isCloseTo(truth[i], within(3 * errors.get(i))));
  }
}
