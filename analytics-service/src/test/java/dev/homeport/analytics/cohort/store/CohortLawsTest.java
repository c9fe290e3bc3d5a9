package dev.homeport.analytics.cohort.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.cohort.CohortCell;
import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.Interval;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What SQL says of random books is what the plainest Java says. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CohortLawsTest {
  private static final long SEED = 976_4298;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate FROM = LocalDate.of(2011, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2012, 12, 31);

  @Inject Books books;
  @Inject Cohorts cohorts;
  @Inject Identities identities;
  @Inject Tenancy tenancy;

  @Test
  void cohorts_and_intervals_follow_from_the_facts() {
    var random = new Random(SEED);
    for (int round = 0; round < 6; round++) {
      UUID tenant = TestTenants.create("EUR", ZONE.getId());
      List<UUID> buyers = random.longs(30).mapToObj(n -> new UUID(n, random.nextLong())).toList();
      List<Fact> facts = facts(random, buyers);
      Map<UUID, UUID> owners = new HashMap<>();
      var moves = new ArrayList<Assignment>();
      for (int i = 0; i < 8; i++) {
        UUID moved = buyers.get(random.nextInt(buyers.size()));
        UUID to = buyers.get(random.nextInt(buyers.size()));
        owners.put(moved, to);
        moves.add(new Assignment(moved, to, i + 1));
      }
      books.record(tenant, facts);
      tenancy.in(tenant, () -> identities.assign(moves));

      for (Optional<String> market : List.of(Optional.<String>empty(), Optional.of("DE"))) {
        Predicate<Fact> in = f -> market.isEmpty() || f.origin().market().equals(market.get());
        Map<UUID, List<Fact>> byCustomer = new HashMap<>();
        facts.stream()
            .filter(in)
            .filter(f -> f.contribution().isPresent())
            .forEach(
                f ->
                    byCustomer
                        .computeIfAbsent(
                            owners.getOrDefault(f.identityId(), f.identityId()),
                            _ -> new ArrayList<>())
                        .add(f));
        var scope = new Scope(market, Optional.empty(), FROM, AS_OF, AS_OF);
        for (CohortUnit by : CohortUnit.values()) {
          List<CohortCell> customers =
              tenancy.in(tenant, () -> cohorts.cells(by, CohortMeasure.CUSTOMERS, scope));
          List<CohortCell> found =
              tenancy.in(tenant, () -> cohorts.cells(by, CohortMeasure.NET, scope));
          List<CohortCell> expected = expected(by, byCustomer);
          assertThat(customers.stream().map(CohortLawsTest::buyers))
              .as("seed %d, round %d, %s, %s", SEED, round, by, market)
              .containsExactlyElementsOf(
                  expected.stream()
                      .filter(cell -> cell.customers() > 0)
                      .map(CohortLawsTest::buyers)
                      .toList());
          assertThat(found.stream().map(CohortLawsTest::text))
              .as("seed %d, round %d, %s, %s", SEED, round, by, market)
              .containsExactlyElementsOf(expected.stream().map(CohortLawsTest::text).toList());
          theLawsHold(found, byCustomer);
        }
        assertThat(
                tenancy.in(tenant, () -> cohorts.intervals(scope)).stream().map(Interval::toString))
            .as("seed %d, round %d, %s", SEED, round, market)
            .containsExactlyInAnyOrderElementsOf(intervals(byCustomer));
      }
    }
  }

  /** Customers of all cohorts are all customers; their net amounts add up to that of all. */
  private static void theLawsHold(List<CohortCell> cells, Map<UUID, List<Fact>> byCustomer) {
    List<List<Fact>> scored =
        byCustomer.values().stream().filter(own -> own.stream().anyMatch(Fact::counted)).toList();
    assertThat(cells.stream().filter(c -> c.age() == 0).mapToLong(CohortCell::customers).sum())
        .isEqualTo(scored.size());
    assertThat(
            cells.stream()
                .map(c -> c.gross().subtract(c.returned()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(
            scored.stream()
                .flatMap(List::stream)
                .flatMap(f -> f.contribution().stream())
                .map(c -> c.gross().subtract(c.returned()))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<CohortCell> expected(CohortUnit by, Map<UUID, List<Fact>> byCustomer) {
    record Sum(TreeSet<UUID> customers, long[] orders, BigDecimal[] money) {}
    var sums = new TreeMap<Integer, TreeMap<Integer, Sum>>();
    byCustomer.forEach(
        (customer, own) -> {
          var first =
              own.stream().filter(Fact::counted).map(CohortLawsTest::day).sorted().findFirst();
          if (first.isEmpty()) {
            return;
          }
          int cohort = by.index(first.get());
          for (Fact fact : own) {
            int age = Math.max(0, by.index(day(fact)) - cohort);
            Sum sum =
                sums.computeIfAbsent(cohort, _ -> new TreeMap<>())
                    .computeIfAbsent(
                        age,
                        _ ->
                            new Sum(
                                new TreeSet<>(),
                                new long[1],
                                new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO}));
            if (fact.counted()) {
              sum.customers().add(customer);
              sum.orders()[0]++;
            }
            Contribution worth = fact.contribution().orElseThrow();
            sum.money()[0] = sum.money()[0].add(worth.gross());
            sum.money()[1] = sum.money()[1].add(worth.returned());
          }
        });
    var cells = new ArrayList<CohortCell>();
    sums.forEach(
        (cohort, ages) ->
            ages.forEach(
                (age, sum) ->
                    cells.add(
                        new CohortCell(
                            cohort,
                            age,
                            sum.customers().size(),
                            sum.orders()[0],
                            sum.money()[0],
                            sum.money()[1]))));
    return cells;
  }

  private static List<String> intervals(Map<UUID, List<Fact>> byCustomer) {
    var tally = new HashMap<Interval, Long>();
    for (List<Fact> own : byCustomer.values()) {
      List<LocalDate> days =
          own.stream().filter(Fact::counted).map(CohortLawsTest::day).sorted().toList();
      for (int i = 0; i < days.size(); i++) {
        boolean last = i == days.size() - 1;
        long waited = ChronoUnit.DAYS.between(days.get(i), last ? AS_OF : days.get(i + 1));
        tally.merge(new Interval(i == 0, !last, waited, 0), 1L, Long::sum);
      }
    }
    return tally.entrySet().stream()
        .map(e -> e.getKey())
        .map(i -> new Interval(i.first(), i.happened(), i.days(), tally.get(i)).toString())
        .toList();
  }

  private static String buyers(CohortCell cell) {
    return "%d+%d: %d customers".formatted(cell.cohort(), cell.age(), cell.customers());
  }

  private static String text(CohortCell cell) {
    return "%d+%d: %d customers, %d orders, %s - %s"
        .formatted(
            cell.cohort(),
            cell.age(),
            cell.age() == 0 ? cell.customers() : 0,
            cell.orders(),
            cell.gross().setScale(9),
            cell.returned().setScale(9));
  }

  private static LocalDate day(Fact fact) {
    return LocalDate.ofInstant(fact.at(), ZONE);
  }

  private static List<Fact> facts(Random random, List<UUID> buyers) {
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < 250; i++) {
      boolean order = random.nextInt(6) > 0;
      boolean pending = random.nextInt(10) == 0;
      facts.add(
          new Fact(
              buyers.get(random.nextInt(buyers.size())),
              new UUID(random.nextLong(), random.nextLong()),
              order ? Fact.Kind.order : Fact.Kind.free_return,
              Instant.parse("2011-01-02T00:00:00Z")
                  .plusSeconds(random.nextInt(600) * 86_400L + random.nextInt(86_400)),
              new Origin("shop", random.nextInt(3) == 0 ? "AT" : "DE", "DE", Attribution.NONE),
              new Basket("EUR", List.of()),
              order && !pending && random.nextInt(4) > 0,
              pending
                  ? Optional.empty()
                  : Optional.of(
                      new Contribution(
                          BigDecimal.valueOf(random.nextInt(100_000), 2),
                          BigDecimal.valueOf(random.nextInt(10_000), 3))),
              1));
    }
    return facts;
  }
}
