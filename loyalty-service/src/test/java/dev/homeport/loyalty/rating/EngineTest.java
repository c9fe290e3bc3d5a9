package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final String BASE = "{\"key\": \"base\", \"points\": {\"type\": \"rate\"}}";

  @Test
  void anOrderEarnsOnWhatIsLeftOfItRoundedOnce() {
    Rated rated =
        rate(Documents.withRules(), Orders.of(1, "2026-11-01T10:00:00Z", "99.99").back("20.50"));
    assertThat(rated.points()).isEqualTo(79);
    assertThat(rated.explanation().text())
        .isEqualTo("Earns 79: 79.49 EUR at 1 a unit, rounded (floor).");
  }

  @Test
  void severalRulesRoundTogetherAndEachHasItsShare() {
    Rated rated =
        rate(
            Documents.withRules("{'key': 'half', 'points': {'type': 'rate', 'factor': '0.5'}}"),
            Orders.of(1, "2026-11-01T10:00:00Z", "1.80"));
    assertThat(rated.points()).isEqualTo(2); // 1.80 + 0.90 = 2.70
    assertThat(points(rated)).containsExactly(1L, 1L);
    assertThat(rated.explanation().text()).isEqualTo("Earns 2: base 1, half 1.");
  }

  @Test
  void ofRulesWithBestOnlyTheOneThatGivesMostCounts() {
    Rated rated =
        rate(
            Documents.withOnly(
                "{'key': 'a', 'stacking': 'best', 'points': {'type': 'fixed', 'points': '30'}}",
                "{'key': 'b', 'stacking': 'best', 'points': {'type': 'rate'}}",
                BASE),
            Orders.of(1, "2026-11-01T10:00:00Z", "40"));
    assertThat(points(rated)).containsExactly(0L, 40L, 40L);
    assertThat(reasons(rated)).containsExactly(Reason.OUTBID, Reason.EARNED, Reason.EARNED);
  }

  @Test
  void multiplyingCountsWhatIsAboveItInTheDocument() {
    Rated rated =
        rate(
            Documents.withRules(
                "{'key': 'double', 'points': {'type': 'multiply', 'factor': '2'}}",
                "{'key': 'extra', 'points': {'type': 'fixed', 'points': '5'}}"),
            Orders.of(1, "2026-11-01T10:00:00Z", "10"));
    assertThat(points(rated)).containsExactly(10L, 10L, 5L);
  }

  @Test
  void linesAndPiecesCountAsTheyWereKept() {
    Orders order =
        Orders.of(1, "2026-11-01T10:00:00Z", "10")
            .with(
                Orders.line(2, "TEA-1", "tea", "3", "2"), Orders.line(3, "TEA-2", "tea", "1", "4"));
    Rated rated =
        rate(
            Documents.withOnly(
                "{'key': 'lines', 'points': {'type': 'per-line', 'points': '2'}}",
                "{'key': 'units', 'points': {'type': 'per-unit', 'points': '1'}}",
                "{'key': 'tea', 'lines': 'line.category == `tea`', 'points': {'type': 'rate'}}",
                "{'key': 'teas', 'lines': 'line.category == `tea`', 'points': {'type': 'per-unit', 'points': '3'}}"),
            order);
    assertThat(points(rated)).containsExactly(6L, 5L, 10L, 12L);
  }

  @Test
  void aMinimumSaysHowMuchIsMissing() {
    Rated rated =
        rate(
            Documents.withOnly(
                "{'key': 'big', 'minimum': {'EUR': '50'}, 'points': {'type': 'fixed', 'points': '100'}}"),
            Orders.of(1, "2026-11-01T10:00:00Z", "46.80"));
    assertThat(rated.points()).isZero();
    assertThat(rated.explanation().reason()).isEqualTo(Reason.BELOW_MINIMUM);
    assertThat(rated.explanation().rules().getFirst().minimum().missing())
        .isEqualByComparingTo("3.20");
  }

  @Test
  void aCapTruncatesOrRejectsAsItSays() {
    String truncating = cap("truncate");
    String rejecting = cap("reject");
    Orders first = Orders.of(1, "2026-11-02T10:00:00Z", "80");
    Orders second = Orders.of(2, "2026-11-03T10:00:00Z", "80");
    Orders nextMonth = Orders.of(3, "2026-12-01T10:00:00Z", "80");
    assertThat(all(truncating, first, second, nextMonth)).containsExactly(80L, 20L, 80L);
    assertThat(all(rejecting, first, second, nextMonth)).containsExactly(80L, 0L, 80L);
  }

  @Test
  void aReturnMakesRoomUnderACapForLaterOrders() {
    Orders first = Orders.of(1, "2026-11-02T10:00:00Z", "80");
    Orders second = Orders.of(2, "2026-11-03T10:00:00Z", "80");
    assertThat(all(cap("truncate"), first.back("30"), second)).containsExactly(50L, 50L);
    assertThat(all(cap("truncate"), first.returned(), second)).containsExactly(0L, 80L);
  }

  @Test
  void monthsBeginInTheTimeZoneOfTheProgramme() {
    Versions tokyo =
        Documents.versions(Documents.START, ZoneId.of("Asia/Tokyo"), quoted(cap("truncate")));
    Orders october = Orders.of(1, "2026-10-31T14:59:59Z", "80");
    Orders november = Orders.of(2, "2026-10-31T15:00:00Z", "80");
    assertThat(points(tokyo, Together.ALONE, october, november)).containsExactly(80L, 80L);
    assertThat(all(cap("truncate"), october, november)).containsExactly(80L, 20L);
  }

  @Test
  void capsOfAllRulesGoOverThemInTheirOrder() {
    String document =
        Documents.withRules("{'key': 'extra', 'points': {'type': 'fixed', 'points': '50'}}")
            .replace(
                "\"rules\"",
                "\"caps\": [{\"per\": \"week\", \"points\": 100, \"over\": \"truncate\"}], \"rules\"");
    Rated rated = rate(document, Orders.of(1, "2026-11-02T10:00:00Z", "70"));
    assertThat(points(rated)).containsExactly(70L, 30L);
    assertThat(
            all(
                document,
                Orders.of(1, "2026-11-02T10:00:00Z", "70"),
                Orders.of(2, "2026-11-08T23:00:00Z", "70"),
                Orders.of(3, "2026-11-09T00:00:00Z", "70")))
        .containsExactly(100L, 0L, 100L);
  }

  @Test
  void aRuleThatCoolsDownGivesNothingForAWhile() {
    String document =
        Documents.withOnly(
            "{'key': 'visit', 'cooldownDays': 7, 'points': {'type': 'fixed', 'points': '10'}}");
    assertThat(
            all(
                document,
                Orders.of(1, "2026-11-01T10:00:00Z", "5"),
                Orders.of(2, "2026-11-08T09:59:59Z", "5"),
                Orders.of(3, "2026-11-08T10:00:00Z", "5")))
        .containsExactly(10L, 0L, 10L);
  }

  @Test
  void conditionsReadTheOrdersOfBefore() {
    String document =
        Documents.withOnly(
            "{'key': 'welcome', 'when': 'member.orders == 0', 'points': {'type': 'fixed', 'points': '10'}}",
            "{'key': 'back', 'when': 'member.daysSinceOrder >= 30', 'points': {'type': 'fixed', 'points': '5'}}");
    Orders first = Orders.of(1, "2026-11-01T10:00:00Z", "5");
    Orders second = Orders.of(2, "2026-12-02T10:00:00Z", "5");
    assertThat(all(document, first, second)).containsExactly(10L, 5L);
    assertThat(all(document, first.status("cancelled"), second)).containsExactly(0L, 10L);
  }

  @Test
  void anExpressionGivesPoints() {
    String document =
        Documents.withOnly(
            "{'key': 'fifties', 'points': {'type': 'expression', 'points': 'floor(order.amount / 50) * 10'}}",
            "{'key': 'odd', 'points': {'type': 'expression', 'points': 'order.amount / (order.lines - 1)'}}");
    Rated rated = rate(document, Orders.of(1, "2026-11-02T10:00:00Z", "149.99"));
    assertThat(points(rated)).containsExactly(20L, 0L);
    assertThat(reasons(rated)).containsExactly(Reason.EARNED, Reason.UNDEFINED);
  }

  @Test
  void aRuleIsForOrdersOfItsTime() {
    String document =
        Documents.withOnly(
            "{'key': 'week', 'from': '2026-11-01T00:00:00Z', 'until': '2026-11-08T00:00:00Z', 'points': {'type': 'fixed', 'points': '10'}}");
    assertThat(
            all(
                document,
                Orders.of(1, "2026-10-31T23:59:59Z", "5"),
                Orders.of(2, "2026-11-01T00:00:00Z", "5"),
                Orders.of(3, "2026-11-08T00:00:00Z", "5")))
        .containsExactly(0L, 10L, 0L);
  }

  @Test
  void aCurrencyWithoutARateEarnsNothingAndSaysSo() {
    Rated rated =
        rate(Documents.withRules(), Orders.of(1, "2026-11-02T10:00:00Z", "8000").in("JPY"));
    assertThat(rated.explanation().reason()).isEqualTo(Reason.NO_RATE);
    assertThat(rated.explanation().text())
        .isEqualTo("Counts for nothing: the programme has no points for JPY.");
  }

  @Test
  void whatWasBeforeTheStartCountsForNothing() {
    Rated rated = rate(Documents.withRules(), Orders.of(1, "2010-11-30T23:59:59Z", "80"));
    assertThat(rated.explanation().reason()).isEqualTo(Reason.BEFORE_START);
    assertThat(rated.explanation().version()).isZero();
  }

  @Test
  void aFreeReturnTakesBackTheFloorOfItsValue() {
    Rated rated =
        rate(Documents.withRules(), Orders.freeReturn(1, "2026-11-02T10:00:00Z", "27.50"));
    assertThat(rated.points()).isEqualTo(-27);
    assertThat(rated.explanation().text())
        .isEqualTo("Takes back 27: 27.5 EUR at 1 a unit, rounded (floor).");
  }

  @Test
  void identitiesOfOneMemberShareACapFromTheirMergeOn() {
    UUID other = new UUID(4, 4);
    Instant merged = Instant.parse("2026-11-05T00:00:00Z");
    Together together =
        (identity, at) -> at.isBefore(merged) ? Set.of(identity) : Set.of(Orders.BUYER, other);
    Versions versions = Documents.versions(quoted(cap("truncate")));
    assertThat(
            points(
                versions,
                together,
                Orders.of(1, "2026-11-02T10:00:00Z", "60"),
                Orders.of(2, "2026-11-03T10:00:00Z", "60").by(other),
                Orders.of(3, "2026-11-06T10:00:00Z", "60")))
        .containsExactly(60L, 60L, 0L);
  }

  private static String cap(String over) {
    return Documents.withOnly(
        "{'key': 'base', 'points': {'type': 'rate'}, 'caps': [{'per': 'month', 'points': 100, 'over': '%s'}]}"
            .formatted(over));
  }

  private static Rated rate(String document, Orders order) {
    return rate(document, order.fact());
  }

  private static Rated rate(String document, Fact fact) {
    return Engine.rate(Documents.versions(quoted(document)), List.of(fact), Together.ALONE)
        .getFirst();
  }

  /** Rules are written with single quotes, and a backquote is a single quote inside. */
  private static String quoted(String document) {
    return document.replace('\'', '"').replace('`', '\'');
  }

  private static List<Long> all(String document, Orders... orders) {
    return points(Documents.versions(quoted(document)), Together.ALONE, orders);
  }

  private static List<Long> points(Versions versions, Together together, Orders... orders) {
    List<OrderFact> facts = Arrays.stream(orders).map(Orders::fact).toList();
    return Engine.rate(versions, facts, together).stream().map(Rated::points).toList();
  }

  private static List<Long> points(Rated rated) {
    return rated.explanation().rules().stream().map(Explanation.Considered::points).toList();
  }

  private static List<Reason> reasons(Rated rated) {
    return rated.explanation().rules().stream().map(Explanation.Considered::reason).toList();
  }
}
