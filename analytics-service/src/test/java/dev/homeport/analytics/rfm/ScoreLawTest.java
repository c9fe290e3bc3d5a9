package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A score is 1 + floor(B * W / n)")
class ScoreLawTest {
  private static final long SEED = 20260101;

  @Test
  void for_every_member_of_random_populations_with_many_ties() {
    var random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<Measures> customers = Populations.random(random, 1 + random.nextInt(120));
      int buckets = 3 + random.nextInt(8);
      CutPoints cutPoints = cutPoints(customers, buckets);
      for (Measures customer : customers) {
        assertThat(cutPoints.scores(customer))
            .as("seed %d, round %d, %d, %s of %s", SEED, round, buckets, customer, customers)
            .isEqualTo(byRank(customer, customers, buckets));
      }
    }
  }

  @Test
  void also_where_amounts_do_not_fit_a_machine_word() {
    var random = new Random(SEED);
    BigDecimal wide = new BigDecimal("12345678901234567.123456789");
    for (int round = 0; round < 100; round++) {
      List<Measures> customers =
          Populations.random(random, 2 + random.nextInt(60)).stream()
              .map(m -> random.nextInt(3) == 0 ? with(m, m.monetary().multiply(wide)) : m)
              .map(m -> with(m, m.monetary().setScale(9, java.math.RoundingMode.DOWN)))
              .toList();
      CutPoints cutPoints = cutPoints(customers, 5);
      for (Measures customer : customers) {
        assertThat(cutPoints.scores(customer))
            .as("seed %d, round %d", SEED, round)
            .isEqualTo(byRank(customer, customers, 5));
      }
      assertThat(total(customers))
          .isEqualByComparingTo(
              customers.stream().map(Measures::monetary).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9, 10, 11})
  void in_small_populations_where_all_differ(int size) {
    var customers =
        java.util.stream.IntStream.rangeClosed(1, size)
            .mapToObj(
                i -> new Measures(java.time.LocalDate.of(2011, 1, i), i, BigDecimal.valueOf(-i)))
            .toList();

    CutPoints cutPoints = cutPoints(customers, 5);

    assertThat(customers)
        .allSatisfy(c -> assertThat(cutPoints.scores(c)).isEqualTo(byRank(c, customers, 5)));
  }

  @Test
  void and_the_next_score_is_the_first_one_above_that_can_be_had() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      List<Measures> customers = Populations.random(random, 1 + random.nextInt(60));
      CutPoints cutPoints = cutPoints(customers, 5);
      for (Measures customer : customers) {
        Scores scores = cutPoints.scores(customer);
        var next = cutPoints.next(customer).frequency();
        assertThat(next.isEmpty()).isEqualTo(scores.f() == 5);
        next.ifPresent(
            step -> {
              var atTheCut = new Measures(customer.lastOrderDay(), step.above(), BigDecimal.ONE);
              var oneMore = new Measures(customer.lastOrderDay(), step.above() + 1, BigDecimal.ONE);
              assertThat(cutPoints.scores(atTheCut).f()).isEqualTo(scores.f());
              assertThat(cutPoints.scores(oneMore).f()).isEqualTo(step.score());
            });
      }
    }
  }

  @Test
  void and_nobody_gives_no_cut_points() {
    Snapshot snapshot = Snapshot.of(Populations.of(List.of()), 5, Instant.EPOCH);

    assertThat(snapshot.cutPoints())
        .isEqualTo(new CutPoints(5, 0, List.of(), List.of(), List.of()));
    assertThat(snapshot.cells()).isEmpty();
  }

  private static CutPoints cutPoints(List<Measures> customers, int buckets) {
    return Snapshot.of(Populations.of(customers), buckets, Instant.EPOCH).cutPoints();
  }

  private static BigDecimal total(List<Measures> customers) {
    return Snapshot.of(Populations.of(customers), 5, Instant.EPOCH).cells().stream()
        .map(Cell::net)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The definition, without any of the code under test. */
  private static Scores byRank(Measures one, List<Measures> all, int buckets) {
    return new Scores(
        byRank(one, all, buckets, Measures::lastOrderDay),
        byRank(one, all, buckets, Measures::frequency),
        byRank(one, all, buckets, Measures::monetary));
  }

  private static <T extends Comparable<? super T>> int byRank(
      Measures one, List<Measures> all, int buckets, Function<Measures, T> measure) {
    long rank =
        1 + all.stream().filter(o -> measure.apply(o).compareTo(measure.apply(one)) < 0).count();
    return Math.toIntExact(1 + buckets * (rank - 1) / all.size());
  }

  private static Measures with(Measures measures, BigDecimal monetary) {
    return new Measures(measures.lastOrderDay(), measures.frequency(), monetary);
  }
}
