package dev.homeport.analytics.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.acquisition.Acquisition;
import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.Economics;
import dev.homeport.analytics.acquisition.Economics.AtAge;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.analytics.acquisition.WonCustomers;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes of random books is what the plainest Java says. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AcquisitionLawsTest {
  private static final long SEED = 365_30;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2025, 3, 15);

  @Inject Books books;
  @Inject WonCustomers customers;
  @Inject Tenancy tenancy;

  @Test
  void costs_and_values_follow_from_the_facts() {
    var random = new Random(SEED);
    for (int round = 0; round < 5; round++) {
      UUID tenant = TestTenants.create("EUR", "UTC");
      List<Fact> facts = facts(random);
      books.record(tenant, facts);
      BigDecimal spend = BigDecimal.valueOf(random.nextInt(3_000));

      Acquisition found =
          tenancy.in(
              tenant,
              () ->
                  Acquisition.of(
                      AcquisitionAxis.MARKET,
                      AttributionRules.DEFAULT,
                      _ -> true,
                      BigDecimal.ONE,
                      customers.won(
                          AttributionRules.DEFAULT, AcquisitionAxis.MARKET, FIRST, AS_OF, AS_OF),
                      List.of(new SpendBook.Sum("Direct", "DE", spend)),
                      List.of()));

      Map<UUID, List<Fact>> byBuyer = new HashMap<>();
      facts.stream()
          .filter(fact -> !day(fact).isAfter(AS_OF))
          .forEach(f -> byBuyer.computeIfAbsent(f.identityId(), _ -> new ArrayList<>()).add(f));
      byBuyer.values().removeIf(own -> own.stream().noneMatch(Fact::counted));
      assertThat(ages(found.total())).as("seed %d, round %d", SEED, round).isEqualTo(ages(byBuyer));
      assertThat(found.total().customers()).isEqualTo(byBuyer.size());
      assertThat(found.rows().stream().mapToLong(row -> row.economics().customers()).sum())
          .isEqualTo(byBuyer.size());
      assertThat(found.total().net()).isEqualByComparingTo(net(byBuyer.values().stream(), 9_999));
      assertThat(found.total().paybackMonths().orElse(0))
          .as("seed %d, round %d, spend %s", SEED, round, spend)
          .isEqualTo(payback(byBuyer, spend));
    }
  }

  private static int payback(Map<UUID, List<Fact>> byBuyer, BigDecimal spend) {
    double cac = spend.doubleValue() / byBuyer.size();
    for (int month = 1; month <= 24 && spend.signum() > 0; month++) {
      int days = month * 30;
      List<List<Fact>> old = byBuyer.values().stream().filter(own -> age(own) >= days).toList();
      if (!old.isEmpty() && net(old.stream(), days).doubleValue() / old.size() >= cac) {
        return month;
      }
    }
    return 0;
  }

  private static List<String> ages(Economics economics) {
    return economics.ages().stream().map(AcquisitionLawsTest::text).toList();
  }

  private static List<String> ages(Map<UUID, List<Fact>> byBuyer) {
    var texts = new ArrayList<String>();
    for (int days : List.of(30, 90, 180, 365)) {
      List<List<Fact>> old = byBuyer.values().stream().filter(own -> age(own) >= days).toList();
      texts.add(text(new AtAge(days, old.size(), net(old.stream(), days))));
    }
    return texts;
  }

  private static String text(AtAge at) {
    return at.days() + ": " + at.customers() + ", " + at.net().setScale(9);
  }

  private static BigDecimal net(Stream<List<Fact>> buyers, int days) {
    return buyers
        .flatMap(
            own ->
                own.stream()
                    .filter(f -> ChronoUnit.DAYS.between(first(own), day(f)) < days)
                    .flatMap(f -> f.contribution().stream()))
        .map(c -> c.gross().subtract(c.returned()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long age(List<Fact> own) {
    return ChronoUnit.DAYS.between(first(own), AS_OF);
  }

  private static LocalDate first(List<Fact> own) {
    return own.stream()
        .filter(Fact::counted)
        .map(AcquisitionLawsTest::day)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static LocalDate day(Fact fact) {
    return LocalDate.ofInstant(fact.at(), ZoneOffset.UTC);
  }

  private static List<Fact> facts(Random random) {
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < 200; i++) {
      boolean counted = random.nextInt(8) > 0;
      Fact order =
          Books.order(
              new UUID(0, 1 + random.nextInt(40)),
              FIRST
                  .plusDays(random.nextInt(500))
                  .atTime(random.nextInt(24), 0)
                  .toInstant(ZoneOffset.UTC),
              random.nextInt(90) + "." + (10 + random.nextInt(90)),
              new Origin("shop", random.nextBoolean() ? "DE" : "AT", "DE", Attribution.NONE),
              List.of());
      facts.add(
          new Fact(
              order.identityId(),
              new UUID(random.nextLong(), random.nextLong()),
              counted ? Fact.Kind.order : Fact.Kind.free_return,
              order.at().truncatedTo(ChronoUnit.SECONDS),
              order.origin(),
              order.basket(),
              counted,
              counted
                  ? order.contribution()
                  : order.contribution().map(c -> new Contribution(BigDecimal.ZERO, c.gross())),
              1));
    }
    return facts;
  }
}
