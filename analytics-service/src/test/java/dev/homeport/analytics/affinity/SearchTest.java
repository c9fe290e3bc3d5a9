package dev.homeport.analytics.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final long SEED = 1995;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Criteria CRITERIA = new Criteria(5, 0.0005, 0.01, 25, 2_000);

  @Test
  void planted_pairs_are_found_and_nothing_else() {
    var random = new Random(SEED);
    for (int round = 0; round < 10; round++) {
      var purchases = new Purchases();
      for (int i = 0; i < 3_000; i++) {
        Set<String> basket = noise(random);
        if (random.nextInt(20) == 0) {
          basket.add("mug");
          basket.add("saucer");
        }
        if (random.nextInt(40) == 0) {
          basket.add(random.nextBoolean() ? "mug" : "saucer");
        }
        add(purchases, i % 900, i, basket);
      }

      Findings found = new Search(purchases, CRITERIA).together();

      assertThat(pairs(found))
          .as("seed %d, round %d", SEED, round)
          .containsExactlyInAnyOrder("mug>saucer", "saucer>mug");
      assertThat(found.cases()).as("orders with something in them").isBetween(2_500, 3_000);
      assertThat(found.found()).isEqualTo(1);
    }
  }

  @Test
  void what_is_bought_later_has_a_direction() {
    var random = new Random(SEED + 1);
    for (int round = 0; round < 10; round++) {
      var purchases = new Purchases();
      for (int customer = 0; customer < 2_000; customer++) {
        boolean printer = random.nextInt(12) == 0;
        for (int order = 0; order < 3; order++) {
          Set<String> basket = noise(random);
          if (printer && order == 0) {
            basket.add("printer");
          }
          if ((printer && order > 0 && random.nextBoolean()) || random.nextInt(150) == 0) {
            basket.add("ink");
          }
          add(purchases, customer, order * 86_400L + customer, basket);
        }
      }

      assertThat(pairs(new Search(purchases, CRITERIA).next()))
          .as("seed %d, round %d", SEED, round)
          .contains("printer>ink")
          .allMatch(pair -> pair.equals("printer>ink") || pair.equals("ink>ink"));
    }
  }

  /** Among books without any pattern, false findings stay as rare as the level says. */
  @Test
  void noise_is_noise() {
    var random = new Random(SEED + 2);
    int wrong = 0;
    for (int round = 0; round < 60; round++) {
      var purchases = new Purchases();
      for (int i = 0; i < 1_000; i++) {
        add(purchases, random.nextInt(300), i, noise(random));
      }
      var search = new Search(purchases, new Criteria(2, 0, 0.05, 25, 2_000));
      wrong += search.together().found() > 0 ? 1 : 0;
      wrong += search.next().found() > 0 ? 1 : 0;
    }
    assertThat(wrong).as("of 120, seed %d", SEED + 2).isLessThanOrEqualTo(9);
  }

  @Test
  void support_confidence_and_lift_are_what_counting_says() {
    var random = new Random(SEED + 3);
    for (int round = 0; round < 20; round++) {
      var purchases = new Purchases();
      Map<Integer, TreeMap<Long, Set<String>>> histories = new HashMap<>();
      List<Set<String>> baskets = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Set<String> basket = new TreeSet<>();
        int size = 1 + random.nextInt(4);
        for (int j = 0; j < size; j++) {
          basket.add("p" + random.nextInt(8));
        }
        int customer = random.nextInt(60);
        long at = random.nextInt(50);
        baskets.add(basket);
        histories
            .computeIfAbsent(customer, _ -> new TreeMap<>())
            .computeIfAbsent(at, _ -> new HashSet<>())
            .addAll(basket);
        add(purchases, customer, at, basket);
      }
      var all = new Search(purchases, new Criteria(1, 0, 1, 100, 2_000));

      for (ProductAffinities product : all.together().affinities()) {
        assertThat(product.support())
            .isEqualTo(baskets.stream().filter(b -> b.contains(product.sku())).count());
        for (Affinity other : product.others()) {
          assertThat(other.both())
              .isEqualTo(
                  baskets.stream()
                      .filter(b -> b.contains(product.sku()) && b.contains(other.sku()))
                      .count());
        }
      }
      Findings next = all.next();
      List<List<Set<String>>> repeaters =
          histories.values().stream()
              .filter(history -> history.size() > 1)
              .map(history -> List.copyOf(history.values()))
              .toList();
      assertThat(next.cases()).isEqualTo(repeaters.size());
      for (ProductAffinities product : next.affinities()) {
        for (Affinity other : product.others()) {
          assertThat(other.both())
              .as("%s then %s, seed %d", product.sku(), other.sku(), SEED + 3)
              .isEqualTo(
                  repeaters.stream().filter(h -> follows(h, product.sku(), other.sku())).count());
        }
      }
    }
  }

  private static boolean follows(List<Set<String>> history, String one, String other) {
    for (int i = 0; i < history.size(); i++) {
      for (int j = i + 1; j < history.size(); j++) {
        if (history.get(i).contains(one) && history.get(j).contains(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> noise(Random random) {
    Set<String> basket = new HashSet<>();
    for (int p = 0; p < 60; p++) {
      if (random.nextInt(30) == 0) {
        basket.add("noise-" + p);
      }
    }
    return basket;
  }

  private static void add(Purchases purchases, int customer, long second, Set<String> skus) {
    purchases.add(
        new UUID(1, customer),
        START.plusSeconds(second),
        skus.stream().map(sku -> new Item(sku, Optional.empty(), Optional.empty())).toList());
  }

  private static List<String> pairs(Findings findings) {
    return findings.affinities().stream()
        .flatMap(of -> of.others().stream().map(other -> of.sku() + ">" + other.sku()))
        .toList();
  }
}
