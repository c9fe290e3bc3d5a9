package dev.homeport.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurvivalTest {

  /** Remission under 6-MP (Freireich et al. 1963), as printed in every textbook on survival. */
  private static final List<Interval> FREIREICH =
      Stream.concat(
              intervals(true, 6, 6, 6, 7, 10, 13, 16, 22, 23),
              intervals(false, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35))
          .toList();

  @Test
  void the_estimates_and_their_errors_are_those_of_the_textbook() {
    Survival curve = Survival.of(FREIREICH);

    assertThat(curve.points().stream().map(Survival.Point::days))
        .containsExactly(6L, 7L, 10L, 13L, 16L, 22L, 23L);
    assertThat(curve.points().stream().map(Survival.Point::atRisk))
        .containsExactly(21L, 17L, 15L, 12L, 11L, 7L, 6L);
    double[] waiting = {0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179};
    double[] errors = {0.076360, 0.086935, 0.096350, 0.106815, 0.114054, 0.128234, 0.134591};
    for (int i = 0; i < waiting.length; i++) {
      assertThat(curve.points().get(i).waiting()).isCloseTo(waiting[i], within(1e-6));
      assertThat(curve.points().get(i).error()).isCloseTo(errors[i], within(1e-6));
    }
    assertThat(curve.median()).hasValue(23);
    assertThat(curve.medianLow()).hasValue(13);
    assertThat(curve.medianHigh()).isEmpty();
  }

  @Test
  void without_anybody_who_still_waits_it_is_the_share_of_those_who_took_longer() {
    long seed = 20_261_127;
    var random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<Interval> all =
          random.longs(1 + random.nextInt(60), 0, 30).mapToObj(d -> one(true, d)).toList();
      Survival curve = Survival.of(all);
      for (Survival.Point point : curve.points()) {
        long longer = all.stream().filter(i -> i.days() > point.days()).count();
        assertThat(point.waiting())
            .as("seed %d round %d", seed, round)
            .isCloseTo((double) longer / all.size(), within(1e-12));
        assertThat(point.low()).isBetween(0.0, point.waiting() + 1e-12);
        assertThat(point.high()).isBetween(point.waiting() - 1e-12, 1.0);
      }
      assertThat(curve.points().getLast().waiting()).isZero();
    }
  }

  @Test
  void nobody_makes_no_curve() {
    Survival curve = Survival.of(List.of());

    assertThat(curve.points()).isEmpty();
    assertThat(curve.median()).isEmpty();
    assertThat(RepeatPurchases.of(List.of()).quantiles()).isEmpty();
  }

  @Test
  void quantiles_are_times_that_occurred() {
    var gaps = new ArrayList<Interval>();
    LongStream.rangeClosed(1, 10).forEach(days -> gaps.add(one(true, days)));
    gaps.add(new Interval(true, false, 400, 10));

    assertThat(RepeatPurchases.of(gaps).quantiles())
        .extracting(RepeatPurchases.Quantile::days)
        .containsExactly(1L, 3L, 5L, 8L, 9L);
    assertThat(RepeatPurchases.of(gaps).repeaters()).isEqualTo(10);
    assertThat(RepeatPurchases.of(gaps).customers()).isEqualTo(20);
  }

  private static Stream<Interval> intervals(boolean happened, long... days) {
    return LongStream.of(days).mapToObj(d -> one(happened, d));
  }

  private static Interval one(boolean happened, long days) {
    return new Interval(true, happened, days, 1);
  }
}
