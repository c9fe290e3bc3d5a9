package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member of whom the orders are 600 points in March and 100 in June of one year. */
class TiersTest {
  private static final String YEAR = "{'type': 'calendar', 'begins': '01-01'}";
  private static final String ROLLING = "{'type': 'rolling', 'months': 12}";
  private static final String SINCE_FIRST = "{'type': 'anniversary'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-09T12:00:00Z | year | at-once | to-fit | 0 | ''",
        "2026-03-10T12:00:00Z | year | at-once | to-fit | 0 | silver",
        "2026-12-31T23:59:59Z | year | at-once | to-fit | 0 | silver",
        "2027-01-01T00:00:00Z | year | at-once | to-fit | 0 | silver",
        "2027-12-31T23:59:59Z | year | at-once | to-fit | 0 | silver",
        "2028-01-01T00:00:00Z | year | at-once | to-fit | 0 | ''",
        "2028-01-20T00:00:00Z | year | at-once | to-fit | 30 | silver",
        "2028-01-31T00:00:00Z | year | at-once | to-fit | 30 | ''",
        "2029-06-01T00:00:00Z | year | at-once | never | 0 | silver",
        "2026-12-31T23:59:59Z | year | next-period | to-fit | 0 | ''",
        "2027-01-01T00:00:00Z | year | next-period | to-fit | 0 | silver",
        "2027-03-10T11:59:59Z | rolling | at-once | to-fit | 0 | silver",
        "2027-03-10T12:00:00Z | rolling | at-once | to-fit | 0 | ''",
        "2027-03-10T12:00:00Z | rolling | at-once | to-fit | 10 | silver",
        "2027-03-20T12:00:00Z | rolling | at-once | to-fit | 10 | ''",
        "2028-03-10T11:59:59Z | first | at-once | to-fit | 0 | silver",
        "2028-03-10T12:00:00Z | first | at-once | to-fit | 0 | ''"
      })
  void aTierComesStaysAndGoesAsTheFourSettingsSay(
      Instant moment, String period, String up, String down, int grace, String tier) {
    assertThat(standing(ladder(period(period), up, down, grace), moment, history()).tier())
        .isEqualTo(tier);
  }

  /** Gold was reached elsewhere in 2025, with 300 points that count already. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-31T00:00:00Z | year    | ''                   | ''",
        "2026-02-01T00:00:00Z | year    | ''                   | gold",
        "2026-12-31T23:59:59Z | year    | ''                   | gold",
        "2027-01-01T00:00:00Z | year    | ''                   | silver",
        "2028-01-01T00:00:00Z | year    | ''                   | ''",
        "2026-08-31T23:59:59Z | year    | 2026-09-01T00:00:00Z | gold",
        "2026-09-01T00:00:00Z | year    | 2026-09-01T00:00:00Z | silver",
        "2027-01-31T23:59:59Z | rolling | ''                   | gold",
        "2027-02-01T00:00:00Z | rolling | ''                   | ''",
        "2027-01-31T23:59:59Z | first   | ''                   | gold",
        "2027-02-01T00:00:00Z | first   | ''                   | silver"
      })
  void aTierFromElsewhereHoldsUntilItIsLookedAt(
      Instant moment, String period, String until, String tier) {
    var brought =
        new MigrationFact.Tier(
            "gold",
            at("2025-05-01T00:00:00Z"),
            until.isEmpty() ? null : at(until),
            new BigDecimal("300"));
    var facts =
        List.of(
            new MigrationFact(
                new UUID(7, 7),
                Orders.BUYER,
                1,
                "points",
                at("2026-02-01T00:00:00Z"),
                List.of(),
                brought),
            Orders.of(1, "2026-03-10T12:00:00Z", "250").fact());
    Versions programme = ladder(period(period), "at-once", "to-fit", 0);
    TierStanding standing =
        Tiers.standing(programme, Engine.rate(programme, facts, Together.ALONE), moment)
            .orElseThrow();
    assertThat(standing.tier()).isEqualTo(tier);
    assertThat(standing.since())
        .isEqualTo(tier.equals("gold") ? brought.since() : standing.since());
  }

  @Test
  void goldFallsOneStepAtATime() {
    var orders = List.of(Orders.of(1, "2026-03-10T12:00:00Z", "2500"));
    Versions programme = ladder(YEAR, "at-once", "one-step", 0);
    assertThat(standing(programme, at("2027-06-01T00:00:00Z"), orders).tier()).isEqualTo("gold");
    assertThat(standing(programme, at("2028-06-01T00:00:00Z"), orders).tier()).isEqualTo("silver");
    assertThat(standing(programme, at("2029-06-01T00:00:00Z"), orders).tier()).isEmpty();
    Versions toFit = ladder(YEAR, "at-once", "to-fit", 0);
    assertThat(standing(toFit, at("2028-06-01T00:00:00Z"), orders).tier()).isEmpty();
  }

  @Test
  void whoReachesItWithinTheGraceKeepsIt() {
    var orders = new ArrayList<>(history());
    orders.add(Orders.of(3, "2028-01-15T12:00:00Z", "550"));
    Versions programme = ladder(YEAR, "at-once", "to-fit", 30);
    assertThat(standing(programme, at("2028-03-01T00:00:00Z"), orders).tier()).isEqualTo("silver");
  }

  @Test
  void aStandingSaysWhatIsMissingAndWhatWillBe() {
    TierStanding standing =
        standing(ladder(YEAR, "at-once", "to-fit", 30), at("2026-07-01T00:00:00Z"), history());
    assertThat(standing.tier()).isEqualTo("silver");
    assertThat(standing.since()).isEqualTo(at("2026-03-10T12:00:00Z"));
    assertThat(standing.until()).isEqualTo(at("2027-01-01T00:00:00Z"));
    assertThat(standing.value()).isEqualByComparingTo("700");
    assertThat(standing.next()).isEqualTo("gold");
    assertThat(standing.toRise()).isEqualByComparingTo("1300");
    assertThat(standing.toStay()).isZero();
    assertThat(standing.projected()).isEqualTo("silver");

    TierStanding year =
        standing(ladder(YEAR, "at-once", "to-fit", 30), at("2027-07-01T00:00:00Z"), history());
    assertThat(year.toStay()).isEqualByComparingTo("500");
    assertThat(year.projected()).isEmpty();
  }

  @Test
  void anOrderThatComesBackTakesTheTierAndLaterPointsWithIt() {
    Versions programme =
        Documents.versions(
            document(YEAR, "at-once", "to-fit", 0)
                .replace(
                    "'rules': [",
                    "'rules': [{'key': 'silver', 'when': 'member.tier == `silver`',"
                        + " 'points': {'type': 'fixed', 'points': '50'}}, ")
                .replace('\'', '"')
                .replace('`', '\''));
    Orders first = Orders.of(1, "2026-03-10T12:00:00Z", "600");
    Orders second = Orders.of(2, "2026-06-10T12:00:00Z", "100");
    assertThat(points(programme, first, second)).containsExactly(600L, 150L);
    assertThat(points(programme, first.back("200"), second)).containsExactly(400L, 100L);
    assertThat(points(programme, first.returned(), second)).containsExactly(0L, 100L);
  }

  @Test
  void aMergedMemberHasOneTierFromAllThatBothDid() {
    UUID other = new UUID(4, 4);
    Instant merged = at("2026-05-01T00:00:00Z");
    Together together =
        (identity, moment) ->
            moment.isBefore(merged) ? Set.of(identity) : Set.of(Orders.BUYER, other);
    Versions programme =
        Documents.versions(
            document(YEAR, "at-once", "to-fit", 0)
                .replace(
                    "'rules': [",
                    "'rules': [{'key': 'silver', 'when': 'member.tier == `silver`',"
                        + " 'points': {'type': 'fixed', 'points': '50'}}, ")
                .replace('\'', '"')
                .replace('`', '\''));
    List<Long> points =
        Engine.rate(
                programme,
                List.of(
                    Orders.of(1, "2026-03-10T12:00:00Z", "300").fact(),
                    Orders.of(2, "2026-03-11T12:00:00Z", "300").by(other).fact(),
                    Orders.of(3, "2026-06-10T12:00:00Z", "100").fact()),
                together)
            .stream()
            .map(Rated::points)
            .toList();
    assertThat(points).containsExactly(300L, 300L, 150L);
  }

  private static List<Orders> history() {
    return List.of(
        Orders.of(1, "2026-03-10T12:00:00Z", "600"), Orders.of(2, "2026-06-10T12:00:00Z", "100"));
  }

  private static TierStanding standing(Versions programme, Instant moment, List<Orders> orders) {
    List<Rated> ratings =
        Engine.rate(programme, orders.stream().map(Orders::fact).toList(), Together.ALONE);
    return Tiers.standing(programme, ratings, moment).orElseThrow();
  }

  private static List<Long> points(Versions programme, Orders... orders) {
    return Engine.rate(
            programme, List.of(orders).stream().map(Orders::fact).toList(), Together.ALONE)
        .stream()
        .map(Rated::points)
        .toList();
  }

  private static String period(String name) {
    return switch (name) {
      case "year" -> YEAR;
      case "rolling" -> ROLLING;
      default -> SINCE_FIRST;
    };
  }

  private static Versions ladder(String period, String up, String down, int grace) {
    return Documents.versions(document(period, up, down, grace).replace('\'', '"'));
  }

  private static String document(String period, String up, String down, int grace) {
    return """
        {'key': 'points', 'currencies': {'EUR': {'earn': '1'}}, 'rounding': 'floor',
         'rules': [{'key': 'base', 'points': {'type': 'rate'}}],
         'tiers': {'basis': 'points', 'period': %s, 'up': '%s', 'down': '%s'%s, 'levels': [
           {'key': 'silver', 'from': '500'}, {'key': 'gold', 'from': '2000'}]}}"""
        .formatted(period, up, down, grace == 0 ? "" : ", 'graceDays': " + grace);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
