package dev.homeport.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.gateway.limits.RequestCounts.HandOver;
import dev.homeport.gateway.limits.RequestCounts.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestCountsTest {
  private static final UUID TENANT = UUID.randomUUID();

  private Instant now = Instant.parse("2026-01-30T23:59:00Z");
  private final Map<String, Long> kept = new HashMap<>();
  private final RequestCounts one = new RequestCounts(() -> now);
  private final RequestCounts two = new RequestCounts(() -> now);

  @Test
  void aReplicaAloneLetsThroughExactlyTheQuota() {
    int through = 0;
    for (int i = 0; i < 30; i++) {
      through += one.take(TENANT, 10) == null ? 0 : 1;
      if (i % 7 == 0) {
        look(one);
      }
    }
    assertThat(through).isEqualTo(10);
    look(one);
    assertThat(total()).isEqualTo(10);
  }

  @Test
  void afterALookAReplicaKnowsWhatTheOthersLetThrough() {
    take(one, 6);
    look(one);
    take(two, 1);
    look(two);
    assertThat(two.take(TENANT, 8)).isNotNull();
    assertThat(two.take(TENANT, 8)).isNull();
  }

  @Test
  void aStartForgetsNothingThatWasKept() {
    take(one, 10);
    look(one);
    var restarted = new RequestCounts(() -> now);
    assertThat(restarted.take(TENANT, 10)).as("before the first look").isNotNull();
    look(restarted);
    assertThat(restarted.take(TENANT, 10)).isNull();
  }

  @Test
  void whatWasGivenBackMayBeTakenAgain() {
    var counted = one.take(TENANT, 1);
    assertThat(one.take(TENANT, 1)).isNull();
    look(one);
    Objects.requireNonNull(counted).giveBack();
    assertThat(one.take(TENANT, 1)).isNotNull();
    look(one);
    assertThat(total()).isEqualTo(1);
  }

  @Test
  void aNewMonthBeginsWithNothing() {
    now = Instant.parse("2026-01-31T23:59:59.5Z");
    take(one, 3);
    assertThat(one.take(TENANT, 3)).isNull();
    assertThat(one.untilMonthEnds()).isEqualTo(Duration.ofMillis(500));
    now = now.plusSeconds(1);
    assertThat(one.take(TENANT, 3)).isNotNull();
    look(one);
    assertThat(kept).containsOnly(Map.entry("2026-01", 3L), Map.entry("2026-02", 1L));
    now = now.plus(Duration.ofHours(1));
    look(one);
    assertThat(one.month()).isEqualTo(Duration.ofDays(28));
  }

  @Test
  void whatCouldNotBeKeptIsKeptLater() {
    take(one, 4);
    one.notKept(one.handOver());
    take(one, 1);
    assertThat(one.take(TENANT, 5)).isNull();
    look(one);
    assertThat(total()).isEqualTo(5);
    assertThat(one.take(TENANT, 5)).isNull();
  }

  @Test
  void nothingIsLostOrCountedTwiceWhateverHappens() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      kept.clear();
      var replicas = List.of(new RequestCounts(() -> now), new RequestCounts(() -> now));
      var open = new ArrayList<MonthCount.Counted>();
      long let = 0;
      int quota = 20;
      for (int step = 0; step < 150; step++) {
        RequestCounts replica = replicas.get(random.nextInt(2));
        switch (random.nextInt(6)) {
          case 0 -> look(replica);
          case 1 -> replica.notKept(replica.handOver());
          case 2 -> {
            if (!open.isEmpty()) {
              open.remove(random.nextInt(open.size())).giveBack();
              let--;
            }
          }
          default -> {
            var counted = replica.take(TENANT, quota);
            if (counted != null) {
              open.add(counted);
              let++;
            }
          }
        }
      }
      replicas.forEach(this::look);
      assertThat(total()).isEqualTo(let);
      replicas.forEach(
          replica -> {
            replica.take(TENANT, 1_000);
          });
      replicas.forEach(this::look);
      replicas.forEach(this::touchAndLook);
      let += 4;
      assertThat(total()).isEqualTo(let);
      for (RequestCounts replica : replicas) {
        var next = replica.take(TENANT, 100_000);
        assertThat(next).isNotNull();
        assertThat(next.used()).as("own view").isBetween(let, let + 1);
        next.giveBack();
      }
    }
  }

  private void touchAndLook(RequestCounts replica) {
    replica.take(TENANT, 1_000);
    look(replica);
  }

  private void take(RequestCounts replica, int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(replica.take(TENANT, 0)).isNotNull();
    }
  }

  private long total() {
    return kept.getOrDefault("2026-01", 0L);
  }

  /** As the database does it. */
  private void look(RequestCounts replica) {
    HandOver handOver = replica.handOver();
    handOver
        .taken()
        .forEach(
            taken ->
                kept.merge(YearMonth.from(taken.day()).toString(), taken.requests(), Long::sum));
    replica.kept(
        handOver,
        handOver.asked().stream()
            .map(
                tenant ->
                    new Total(
                        tenant,
                        handOver.month(),
                        kept.getOrDefault(handOver.month().toString(), 0L)))
            .toList());
  }
}
