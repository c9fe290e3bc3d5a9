package dev.homeport.analytics.rfm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.change.store.Cycles;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Grids;
import dev.homeport.analytics.rfm.Migrations.Move;
import dev.homeport.analytics.rfm.Populations;
import dev.homeport.analytics.rfm.Rescoring;
import dev.homeport.analytics.rfm.Roster;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Scorings;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.rfm.store.Batch.Row;
import dev.homeport.analytics.rfm.store.CutPointTable.Look;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores that follow what happens are those that a query over all facts would give. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
@TestProfile(LiveScoresTest.FewAtOnce.class)
class LiveScoresTest {
  private static final long SEED = 4_339;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final int DAYS = 120;

  @Inject Facts facts;
  @Inject Identities identities;
  @Inject Scorings scorings;
  @Inject Grids grids;
  @Inject Schemes schemes;
  @Inject Scorer scorer;
  @Inject Rescoring rescoring;
  @Inject WindowTurn windowTurn;
  @Inject CutPointTable cutPoints;
  @Inject Rosters rosters;
  @Inject Snapshots snapshots;
  @Inject Cycles cycles;
  @Inject Batch batch;
  @Inject Tenancy tenancy;
  @Inject Clock clock;

  private final Random random = new Random(SEED);
  private UUID tenant = UUID.randomUUID();

  /** So few that most looks leave something to the next one; nothing happens by itself. */
  public static final class FewAtOnce implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "homeport.analytics.rfm.written-at-once", "7",
          "homeport.analytics.changes.follow-every", "1h");
    }
  }

  @BeforeEach
  void aTenantWithSeveralScorings() {
    tenant = TestTenants.create("EUR", ZONE.getId());
    grid("three", 3);
    grid("ten", 10);
    put(new Scoring("three", "3", 3, OptionalInt.empty(), new Scope.Tenant(), "three"));
    put(new Scoring("window", "W", 10, OptionalInt.of(45), new Scope.Tenant(), "ten"));
    put(new Scoring("france", "F", 5, OptionalInt.empty(), new Scope.Market("FR"), "code125"));
    put(new Scoring("shop", "S", 5, OptionalInt.of(80), new Scope.Channel("shop-1"), "rf10"));
  }

  @Test
  void they_are_those_of_the_query_after_every_change_and_events_tell_of_each_once() {
    var stream = new Stream(random, Instant.now(), DAYS, 30);
    for (int round = 0; round < 30; round++) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        tenancy.in(tenant, stream.next(facts, identities));
      }
      disturb(stream);
      if (random.nextInt(3) > 0) {
        cycles.untilQuiet(tenant);
        assertExact("round " + round);
      } else {
        cycles.once(tenant);
      }
    }
    cycles.untilQuiet(tenant);

    assertExact("in the end");
    assertToldOnce();
  }

  @Test
  void orders_that_become_too_old_leave_the_windows_day_by_day() {
    var stream = new Stream(random, Instant.now(), DAYS, 25);
    for (int i = 0; i < 25; i++) {
      tenancy.in(tenant, stream.next(facts, identities));
    }
    cycles.untilQuiet(tenant);
    assertToldOnce();
    for (int ahead : new int[] {1, 17, 60, 300}) {
      TestTenants.clockAhead(tenant, Duration.ofDays(ahead));
      // What happens before the day has turned everywhere is counted as of the old one.
      tenancy.in(tenant, stream.next(facts, identities));
      cycles.untilQuiet(tenant);
      turnDays();
      cycles.untilQuiet(tenant);
      assertExact(ahead + " days ahead");
    }
    assertToldOnce();
    assertThat(Told.of(tenant).events())
        .filteredOn(event -> event.get("reason").asText().equals("time"))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.get("scoring").asText()).isIn("window", "shop");
              Instant at = Instant.parse(event.get("at").asText());
              assertThat(at)
                  .isEqualTo(at.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant());
            });
  }

  @Test
  void changed_settings_put_everybody_into_new_groups_without_a_call_to_act() {
    var stream = new Stream(random, Instant.now(), DAYS, 25);
    for (int i = 0; i < 20; i++) {
      tenancy.in(tenant, stream.next(facts, identities));
    }
    cycles.untilQuiet(tenant);
    int before = Told.of(tenant).events().size();

    put(new Scoring("default", "D", 5, OptionalInt.of(90), new Scope.Tenant(), "shopify"));
    put(new Scoring("france", "F", 10, OptionalInt.empty(), new Scope.Market("DE"), "ten"));
    cycles.untilQuiet(tenant);
    assertExact("other settings");
    assertToldOnce();
    assertThat(Told.of(tenant).events().stream().skip(before))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.get("reason").asText()).isEqualTo("settings");
              assertThat(event.get("backfill").asBoolean()).isTrue();
            });

    tenancy.in(
        tenant,
        () -> {
          scorings.remove("three");
          return 0;
        });
    cycles.untilQuiet(tenant);
    assertThat(tenancy.in(tenant, () -> schemes.find("three"))).isEmpty();
    put(new Scoring("three", "3", 3, OptionalInt.empty(), new Scope.Tenant(), "three"));
    cycles.untilQuiet(tenant);
    assertExact("made again");
  }

  @Test
  void a_rebuild_writes_what_follows_from_the_facts_and_tells_nothing_again() {
    var stream = new Stream(random, Instant.now(), DAYS, 25);
    for (int i = 0; i < 20; i++) {
      tenancy.in(tenant, stream.next(facts, identities));
    }
    cycles.untilQuiet(tenant);
    int before = Told.of(tenant).events().size();

    assertThat(rebuild()).isZero();
    cycles.untilQuiet(tenant);
    assertThat(Told.of(tenant).events()).hasSize(before);

    tenancy.in(tenant, () -> batch.damage(tenant));
    assertThat(rebuild()).isPositive();
    assertExact("rebuilt");
    assertThat(rebuild()).isZero();
  }

  /** A look that is rolled back, or another replica's: what is in memory must not be believed. */
  private void disturb(Stream stream) {
    if (random.nextInt(4) == 0) {
      assertThatThrownBy(
              () ->
                  tenancy.in(
                      tenant,
                      () -> {
                        scorer.score(new Work(Map.of(), Optional.empty(), clock.instant(), true));
                        throw new IllegalStateException("on purpose");
                      }))
          .hasMessageContaining("on purpose");
    }
    if (random.nextInt(4) == 0) {
      anotherReplicaLooks(stream);
    }
  }

  /** What this one remembers is of before, and comes back as if it had never been away. */
  private void anotherReplicaLooks(Stream stream) {
    Map<String, Look> looks = new HashMap<>();
    Map<String, Roster> remembered = new HashMap<>();
    tenancy.in(
        tenant,
        () -> {
          for (Scheme scheme : schemes.all()) {
            String key = scheme.scoring().key();
            cutPoints.look(key).ifPresent(look -> looks.put(key, look));
          }
          return 0;
        });
    looks.forEach(
        (key, look) ->
            rosters.take(tenant, key, look.stamp()).ifPresent(own -> remembered.put(key, own)));
    tenancy.in(tenant, stream.next(facts, identities));
    cycles.untilQuiet(tenant);
    tenancy.in(
        tenant,
        () -> {
          remembered.forEach(
              (key, roster) -> rosters.keep(tenant, key, looks.get(key).stamp(), roster));
          return 0;
        });
  }

  private void turnDays() {
    Instant horizon = tenancy.in(tenant, () -> clock.instant());
    while (tenancy.in(tenant, () -> windowTurn.next(horizon)).isPresent()) {
      tenancy.in(
          tenant,
          () -> {
            windowTurn.run(horizon);
            return 0;
          });
    }
  }

  private long rebuild() {
    Rescoring.Rescored done = tenancy.in(tenant, () -> rescoring.begin());
    long corrected = done.corrected();
    while (done.left()) {
      done = tenancy.in(tenant, () -> rescoring.go());
      corrected += done.corrected();
    }
    return corrected;
  }

  private void assertExact(String when) {
    tenancy.in(
        tenant,
        () -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
          for (Scheme scheme : schemes.all()) {
            assertThat(batch.written(scheme))
                .as("seed %d, %s, %s", SEED, when, scheme.scoring().key())
                .isEqualTo(batch.queried(scheme, today));
            assertSeen(scheme, today);
          }
          return 0;
        });
  }

  /** The end of today is now, and who moved is counted in the groups of both days. */
  private void assertSeen(Scheme scheme, LocalDate today) {
    Snapshot now = snapshots.now(scheme);
    Snapshot past = snapshots.asOf(scheme, today);
    assertThat(past.cutPoints()).isEqualTo(now.cutPoints());
    assertThat(past.cells()).isEqualTo(now.cells());
    LocalDate before = today.minusDays(30);
    List<Move> moves = snapshots.migrations(scheme, before, today).moves();
    assertThat(groups(moves, Move::to)).isEqualTo(groups(scheme, now));
    assertThat(groups(moves, Move::from)).isEqualTo(groups(scheme, snapshots.asOf(scheme, before)));
  }

  private static Map<String, Long> groups(List<Move> moves, Function<Move, String> side) {
    return moves.stream()
        .filter(move -> !Set.of(Grid.NOT_YET, Grid.NOT_SCORED).contains(side.apply(move)))
        .collect(Collectors.groupingBy(side, Collectors.summingLong(Move::customers)));
  }

  private static Map<String, Long> groups(Scheme scheme, Snapshot snapshot) {
    return snapshot.cells().stream()
        .collect(
            Collectors.groupingBy(
                cell -> scheme.grid().group(cell.scores()).key(),
                Collectors.summingLong(Cell::customers)));
  }

  private void assertToldOnce() {
    Map<String, Map<UUID, String>> written = new HashMap<>();
    tenancy.in(
        tenant,
        () -> {
          for (Scheme scheme : schemes.all()) {
            var groups = new HashMap<UUID, String>();
            batch.written(scheme).forEach((customer, row) -> groups.put(customer, group(row)));
            written.put(scheme.scoring().key(), groups);
          }
          return 0;
        });
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(Told.of(tenant).replayed()).isEqualTo(written));
  }

  private static String group(Row row) {
    return row.group();
  }

  private void grid(String key, int buckets) {
    tenancy.in(tenant, () -> grids.put(key, Populations.document(buckets)));
  }

  private void put(Scoring scoring) {
    tenancy.in(tenant, () -> scorings.put(scoring));
  }
}
