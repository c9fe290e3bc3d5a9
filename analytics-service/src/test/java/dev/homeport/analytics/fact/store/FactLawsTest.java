package dev.homeport.analytics.fact.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.fact.Derivation;
import dev.homeport.analytics.fact.Derivation.Derived;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class FactLawsTest {
  private static final long SEED = 18_536;
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  @Inject Facts facts;
  @Inject Identities identities;
  @Inject Derivation derivation;
  @Inject Tenancy tenancy;

  @Test
  void values_follow_from_facts_in_whatever_order_and_however_often_they_are_told() {
    var random = new Random(SEED);
    for (int round = 0; round < 8; round++) {
      UUID tenant = TestTenants.create("EUR", ZONE.getId());
      var history = new History(random, 12, 60, 15);

      for (Callable<Integer> batch : shuffled(history, random)) {
        tenancy.in(tenant, batch);
      }

      assertThat(tenancy.values(tenant))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(history.values(ZONE));
      assertThat(corrected(tenant)).as("nothing to correct").isZero();
    }
  }

  /**
   * Merges of merged customers and their reversals, in any order, duplicated, between the facts.
   */
  @Test
  void identities_that_were_moved_and_moved_back_leave_no_trace() {
    var random = new Random(SEED);
    for (int round = 0; round < 12; round++) {
      UUID never = TestTenants.create("EUR", ZONE.getId());
      UUID merged = TestTenants.create("EUR", ZONE.getId());
      var history = new History(random, 8, 60, 0);
      for (Callable<Integer> batch : shuffled(history, random)) {
        tenancy.in(never, batch);
      }

      List<Callable<Integer>> batches = shuffled(history, random);
      var moves = new ArrayList<>(history.movedAndMovedBack(random));
      moves.addAll(moves.subList(0, moves.size() / 4));
      Collections.shuffle(moves, random);
      moves.forEach(move -> batches.add(() -> identities.assign(List.of(move))));
      Collections.shuffle(batches, random);
      for (Callable<Integer> batch : batches) {
        tenancy.in(merged, batch);
      }

      assertThat(tenancy.values(merged))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(tenancy.values(never));
      assertThat(corrected(merged)).as("nothing to correct").isZero();
    }
  }

  @Test
  void no_change_is_lost_between_transactions_at_the_same_time() throws Exception {
    var random = new Random(SEED);
    for (int round = 0; round < 8; round++) {
      UUID tenant = TestTenants.create("EUR", ZONE.getId());
      var history = new History(random, 6, 300, 80);

      try (var threads = Executors.newFixedThreadPool(8)) {
        var batches =
            shuffled(history, random).stream()
                .map(batch -> (Callable<Integer>) () -> tenancy.in(tenant, batch))
                .toList();
        for (var done : threads.invokeAll(batches)) {
          done.get();
        }
      }

      assertThat(tenancy.values(tenant))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(history.values(ZONE));
    }
  }

  @Test
  void the_derivation_repairs_what_does_not_follow_from_the_facts() {
    var random = new Random(SEED);
    UUID tenant = TestTenants.create("EUR", ZONE.getId());
    var history = new History(random, 5, 30, 3);
    tenancy.in(tenant, () -> facts.record(history.facts()));
    tenancy.in(tenant, () -> identities.assign(history.assignments()));

    tenancy.damage(tenant);

    assertThat(tenancy.values(tenant)).isNotEqualTo(history.values(ZONE));
    assertThat(corrected(tenant)).isPositive();
    assertThat(tenancy.values(tenant)).isEqualTo(history.values(ZONE));
  }

  /** The history in batches, some of them twice. */
  private List<Callable<Integer>> shuffled(History history, Random random) {
    var batches = new ArrayList<Callable<Integer>>();
    var told = new ArrayList<>(history.facts());
    told.addAll(history.facts().subList(0, history.facts().size() / 3));
    Collections.shuffle(told, random);
    while (!told.isEmpty()) {
      List<Fact> batch = told.subList(0, Math.min(told.size(), 1 + random.nextInt(20)));
      List<Fact> own = List.copyOf(batch);
      batches.add(() -> facts.record(own));
      batch.clear();
    }
    var moves = new ArrayList<>(history.assignments());
    Collections.shuffle(moves, random);
    while (!moves.isEmpty()) {
      var batch = moves.subList(0, Math.min(moves.size(), 1 + random.nextInt(3)));
      var own = List.copyOf(batch);
      batches.add(() -> identities.assign(own));
      batch.clear();
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private int corrected(UUID tenant) {
    int corrected = 0;
    Optional<UUID> after = Optional.empty();
    Optional<Derived> derived = derive(tenant, after);
    while (derived.isPresent()) {
      corrected += derived.get().corrected();
      after = Optional.of(derived.get().last());
      derived = derive(tenant, after);
    }
    return corrected;
  }

  private Optional<Derived> derive(UUID tenant, Optional<UUID> after) {
    return tenancy.in(tenant, () -> derivation.derive(after, 2));
  }
}
