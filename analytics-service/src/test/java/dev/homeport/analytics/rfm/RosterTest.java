package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.rfm.ScoreChange.Scored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final long SEED = 20_111_209;
  private static final int EVERYBODY = 1_000_000;
  private static final Scheme SCHEME =
      new Scheme(Scoring.standard(), ShippedGrid.grid25(), "standard");

  /** What was handed out, applied in order, is what a look at the whole population says. */
  @Test
  void changes_add_up_to_what_everybody_is_scored_at_once() {
    var random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      Scheme scheme = scheme(3 + random.nextInt(8));
      var roster = new Roster(scheme);
      var written = new HashMap<UUID, Scored>();
      var truth = new HashMap<UUID, Measures>();
      List<UUID> ids = IntStream.range(0, 1 + random.nextInt(80)).mapToObj(UUID_OF).toList();
      for (int look = 0; look < 12; look++) {
        change(random, ids, roster, truth);
        Settled settled = settle(roster, random, written);

        assertThat(written)
            .as("seed %d, round %d, look %d", SEED, round, look)
            .isEqualTo(expected(scheme, truth));
        assertThat(settled.cutPoints()).isEqualTo(snapshot(scheme, truth).cutPoints());
        assertThat(settled.cells()).isEqualTo(snapshot(scheme, truth).cells());
      }
    }
  }

  @Test
  void a_roster_made_of_what_was_written_goes_on_where_another_one_ended() {
    var random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      var written = new HashMap<UUID, Scored>();
      var truth = new HashMap<UUID, Measures>();
      List<UUID> ids = IntStream.range(0, 40).mapToObj(UUID_OF).toList();
      var first = new Roster(SCHEME);
      change(random, ids, first, truth);
      settle(first, random, written);

      Roster second = reloaded(SCHEME, written, truth);

      assertThat(second.settle(Reason.OTHERS_MOVED, EVERYBODY).changes()).isEmpty();
      change(random, ids, second, truth);
      settle(second, random, written);
      assertThat(written).isEqualTo(expected(SCHEME, truth));
    }
  }

  @Test
  void another_grid_tells_the_old_groups_by_their_keys() {
    Map<UUID, Scored> written = new HashMap<>();
    Map<UUID, Measures> truth = new HashMap<>();
    var roster = new Roster(SCHEME);
    for (int i = 0; i < 25; i++) {
      put(roster, truth, UUID_OF.apply(i), i, i + 1, BigDecimal.valueOf(i));
    }
    settle(roster, new Random(SEED), written);
    Scheme shopify =
        new Scheme(Scoring.standard(), ShippedGrid.of("shopify"), "another fingerprint");

    Settled settled = reloaded(shopify, written, truth).settle(Reason.SETTINGS, EVERYBODY);

    assertThat(settled.changes())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.reason()).isEqualTo(Reason.SETTINGS);
              assertThat(change.before()).hasValue(written.get(change.customer()).group().key());
              assertThat(change.regrouped()).isTrue();
            });
    assertThat(settled.changes())
        .extracting(change -> change.before().orElseThrow())
        .contains("lost", "hibernating");
  }

  @Test
  void reasons_are_told_apart() {
    var roster = new Roster(SCHEME);
    Map<UUID, Measures> truth = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      put(roster, truth, UUID_OF.apply(i), 100 + i, i + 1, BigDecimal.valueOf(10 * i));
    }
    roster.settle(Reason.OTHERS_MOVED, EVERYBODY);

    roster.put(UUID_OF.apply(0), 200, 20, BigDecimal.valueOf(900), Roster.NEVER, Touch.EVENT);
    roster.put(UUID_OF.apply(9), 109, 1, BigDecimal.ONE, Roster.NEVER, Touch.EVENT);
    roster.put(UUID_OF.apply(8), 300, 30, BigDecimal.TEN, Roster.NEVER, Touch.IDENTITY);
    roster.gone(UUID_OF.apply(7), Touch.DAY);
    Map<UUID, Reason> reasons = new HashMap<>();
    for (ScoreChange change : roster.settle(Reason.OTHERS_MOVED, EVERYBODY).changes()) {
      reasons.put(change.customer(), change.reason());
    }

    assertThat(reasons)
        .containsEntry(UUID_OF.apply(0), Reason.OWN_ORDER)
        .containsEntry(UUID_OF.apply(9), Reason.OWN_RETURN)
        .containsEntry(UUID_OF.apply(8), Reason.MERGE)
        .containsEntry(UUID_OF.apply(7), Reason.TIME)
        .containsValue(Reason.OTHERS_MOVED);
  }

  @Test
  void a_group_that_is_left_and_come_back_to_between_two_looks_is_not_told() {
    var roster = new Roster(SCHEME);
    Map<UUID, Measures> truth = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      put(roster, truth, UUID_OF.apply(i), i, i + 1, BigDecimal.valueOf(i));
    }
    roster.settle(Reason.OTHERS_MOVED, EVERYBODY);
    UUID one = UUID_OF.apply(0);

    roster.put(one, 50, 50, BigDecimal.valueOf(50), Roster.NEVER, Touch.EVENT);
    roster.put(one, 0, 1, BigDecimal.ZERO, Roster.NEVER, Touch.EVENT);

    assertThat(roster.settle(Reason.OTHERS_MOVED, EVERYBODY).changes())
        .noneMatch(ScoreChange::regrouped);
  }

  private static final java.util.function.IntFunction<UUID> UUID_OF =
      i -> new UUID(i * 0x5DEECE66DL, ~((long) i));

  /** Some order, return, vanish or come back. */
  private static void change(
      Random random, List<UUID> ids, Roster roster, Map<UUID, Measures> truth) {
    for (int i = random.nextInt(ids.size() + 1); i >= 0; i--) {
      UUID customer = ids.get(random.nextInt(ids.size()));
      if (random.nextInt(5) == 0) {
        truth.remove(customer);
        roster.gone(customer, Touch.EVENT);
      } else {
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(40) - 5, random.nextInt(3));
        put(
            roster,
            truth,
            customer,
            random.nextInt(20),
            1 + random.nextInt(6),
            random.nextInt(8) == 0 ? amount.multiply(new BigDecimal("1e17")) : amount);
      }
    }
  }

  private static void put(
      Roster roster,
      Map<UUID, Measures> truth,
      UUID customer,
      long day,
      long frequency,
      BigDecimal amount) {
    truth.put(customer, measures(day, frequency, amount));
    roster.put(customer, day, frequency, amount, Roster.NEVER, Touch.EVENT);
  }

  /** Until nothing is left, a few at a time. */
  private static Settled settle(Roster roster, Random random, Map<UUID, Scored> written) {
    Settled settled;
    do {
      settled = roster.settle(Reason.OTHERS_MOVED, 1 + random.nextInt(30));
      for (ScoreChange change : settled.changes()) {
        Optional<String> before =
            Optional.ofNullable(written.get(change.customer())).map(s -> s.group().key());
        assertThat(change.before()).isEqualTo(before);
        change
            .now()
            .ifPresentOrElse(
                now -> written.put(change.customer(), now),
                () -> written.remove(change.customer()));
      }
    } while (settled.left() > 0);
    return settled;
  }

  private static Roster reloaded(
      Scheme scheme, Map<UUID, Scored> written, Map<UUID, Measures> truth) {
    var roster = new Roster(scheme);
    written.forEach(
        (customer, scored) ->
            roster.written(
                customer,
                scored.scores(),
                scored.group().key(),
                scored.measures().lastOrderDay().toEpochDay(),
                scored.measures().frequency(),
                scored.measures().monetary(),
                Roster.NEVER));
    truth.forEach(
        (customer, one) ->
            roster.put(
                customer,
                one.lastOrderDay().toEpochDay(),
                one.frequency(),
                one.monetary(),
                Roster.NEVER,
                Touch.EVENT));
    return roster;
  }

  private static Map<UUID, Scored> expected(Scheme scheme, Map<UUID, Measures> truth) {
    CutPoints cutPoints = snapshot(scheme, truth).cutPoints();
    var expected = new HashMap<UUID, Scored>();
    truth.forEach(
        (customer, one) -> {
          Scores scores = cutPoints.scores(one);
          expected.put(
              customer,
              new Scored(scores, scheme.grid().group(scores), one, java.util.OptionalLong.empty()));
        });
    return expected;
  }

  private static Snapshot snapshot(Scheme scheme, Map<UUID, Measures> truth) {
    return Snapshot.of(
        Populations.of(new ArrayList<>(truth.values())), scheme.scoring().buckets(), Instant.EPOCH);
  }

  private static Measures measures(long day, long frequency, BigDecimal amount) {
    return new Measures(java.time.LocalDate.ofEpochDay(day), frequency, amount.setScale(9));
  }

  private static Scheme scheme(int buckets) {
    return new Scheme(
        new Scoring("s", "S", buckets, OptionalInt.empty(), new Scope.Tenant(), "by-recency"),
        Populations.byRecencyAndMoney(buckets),
        "f");
  }
}
