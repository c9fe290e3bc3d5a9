package dev.homeport.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What BG/NBD expects of people, and what the simulated ones do. */
class BuyingModelTest {

  private static final Instant END = Instant.parse("2026-11-22T09:30:00Z");
  private static final double SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();
  private static final double DEVIATIONS = 4;
  private static final BuyingModel MODEL = BuyingModel.DEMO;

  /** How long somebody was seen after the first purchase, and the purchases since. */
  private record Seen(double weeks, int repeats) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void as_many_come_back_as_the_model_expects(long seed) {
    double surprise = 0;
    double variance = 0;
    for (var seen : people(seed)) {
      double returns = 1 - nobodyComes(seen.weeks());
      surprise += (seen.repeats() > 0 ? 1 : 0) - returns;
      variance += returns * (1 - returns);
    }

    assertThat(surprise / Math.sqrt(variance))
        .as("seed %d", seed)
        .isBetween(-DEVIATIONS, DEVIATIONS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void they_buy_as_often_as_the_model_expects(long seed) {
    double surprise = 0;
    double variance = 0;
    for (var seen : people(seed)) {
      double difference = seen.repeats() - expected(seen.weeks());
      surprise += difference;
      variance += difference * difference;
    }

    assertThat(surprise / Math.sqrt(variance))
        .as("seed %d", seed)
        .isBetween(-DEVIATIONS, DEVIATIONS);
  }

  private static List<Seen> people(long seed) {
    var seen = new ArrayList<Seen>();
    new Simulation(seed, END)
        .purchases(2_000).stream()
            .collect(Collectors.groupingBy(Purchase::shopper))
            .forEach(
                (shopper, bought) ->
                    seen.add(
                        new Seen(
                            Duration.between(shopper.since(), END).toSeconds() / SECONDS_A_WEEK,
                            bought.size() - 1)));
    return seen;
  }

  /** P(X(t) = 0): everybody is a customer until the first repeat purchase. */
  private static double nobodyComes(double weeks) {
    return Math.pow(MODEL.alpha() / (MODEL.alpha() + weeks), MODEL.r());
  }

  /** E[X(t)]: Fader, Hardie and Lee 2005, equation 9. */
  private static double expected(double weeks) {
    double a = MODEL.a();
    double b = MODEL.b();
    double z = weeks / (MODEL.alpha() + weeks);
    return (a + b - 1)
        / (a - 1)
        * (1 - nobodyComes(weeks) * hypergeometric(MODEL.r(), b, a + b - 1, z));
  }

  /** Gauss's series of 2F1(a, b; c; z), for 0 <= z < 1. */
  private static double hypergeometric(double a, double b, double c, double z) {
    double sum = 1;
    double term = 1;
    for (int n = 0; term > 1e-14 * sum; n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
