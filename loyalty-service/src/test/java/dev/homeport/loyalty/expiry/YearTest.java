package dev.homeport.loyalty.expiry;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.SandboxClock;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A year and more of one sandbox in which many programmes run beside each other, on its clock and
 * through the API: an order of 100 the day before, another one a month later, and nothing more.
 */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class YearTest {
  private static final ZonedDateTime PLACED =
      ZonedDateTime.now(ZoneOffset.UTC).minusDays(1).truncatedTo(ChronoUnit.SECONDS);
  private static final ZonedDateTime SECOND = PLACED.plusMonths(1);
  private static final LocalDate DAY = PLACED.toLocalDate().plusDays(70);

  @Inject LedgerFixture ledger;

  /** What a programme shows just before a moment and just after it. */
  private record Turn(String programme, ZonedDateTime at, String before, String after) {}

  @Test
  void pointsAndTiersGoThroughAYearAsEachProgrammeSays() {
    UUID sandbox = TestTenants.create();
    programmes().forEach((key, settings) -> ledger.run(sandbox, document(key, settings)));
    ledger.take(
        sandbox,
        List.of(
            Facts.order(Facts.BUYER, new UUID(9, 1), 1, PLACED.toInstant(), "paid", "100", "0")));
    Map<Instant, List<Turn>> turns =
        turns().stream().collect(Collectors.groupingBy(turn -> turn.at().toInstant()));
    turns.put(SECOND.toInstant(), turns.getOrDefault(SECOND.toInstant(), List.of()));
    turns.keySet().stream()
        .sorted()
        .forEach(
            at -> {
              List<Turn> now = turns.get(at);
              SandboxClock.to(sandbox, at.minus(1, ChronoUnit.HOURS));
              now.forEach(turn -> check(sandbox, turn, "before", turn.before()));
              if (at.equals(SECOND.toInstant())) {
                ledger.take(
                    sandbox,
                    List.of(Facts.order(Facts.BUYER, new UUID(9, 2), 1, at, "paid", "100", "0")));
              }
              SandboxClock.to(sandbox, at.plus(1, ChronoUnit.HOURS));
              now.forEach(turn -> check(sandbox, turn, "after", turn.after()));
            });
    assertThat(Replays.drift(sandbox)).isZero();
  }

  private static Map<String, String> programmes() {
    String tiers =
        "\"tiers\": {\"basis\": \"points\", \"period\": %s, \"up\": \"%s\", \"down\": \"%s\"%s,"
            + " \"levels\": [{\"key\": \"silver\", \"from\": \"100\"},"
            + " {\"key\": \"gold\", \"from\": \"200\"}]}";
    String rolling = "{\"type\": \"rolling\", \"months\": 3}";
    return Map.ofEntries(
        Map.entry("never", "\"expiry\": {\"type\": \"never\"}"),
        Map.entry("rolling", "\"expiry\": {\"type\": \"rolling\", \"months\": 3}"),
        Map.entry(
            "month-end",
            "\"expiry\": {\"type\": \"rolling\", \"months\": 3, \"until\": \"month\"}"),
        Map.entry(
            "dates", "\"expiry\": {\"type\": \"dates\", \"days\": [\"%s\"]}".formatted(day())),
        Map.entry("inactivity", "\"expiry\": {\"type\": \"inactivity\", \"months\": 3}"),
        Map.entry("after-order", "\"usable\": {\"type\": \"after-order\", \"days\": 14}"),
        Map.entry(
            "deadline",
            "\"usable\": {\"type\": \"after-delivery\", \"days\": 14, \"deadlineDays\": 60}"),
        Map.entry("to-fit", tiers.formatted(rolling, "at-once", "to-fit", "")),
        Map.entry("grace", tiers.formatted(rolling, "at-once", "to-fit", ", \"graceDays\": 10")),
        Map.entry("one-step", tiers.formatted(rolling, "at-once", "one-step", "")),
        Map.entry("stays", tiers.formatted(rolling, "at-once", "never", "")),
        Map.entry(
            "next-period",
            tiers.formatted(
                "{\"type\": \"calendar\", \"begins\": \"%s\"}".formatted(day()),
                "next-period",
                "to-fit",
                "")),
        Map.entry(
            "anniversary",
            tiers.formatted("{\"type\": \"anniversary\"}", "at-once", "to-fit", "")));
  }

  private static List<Turn> turns() {
    ZonedDateTime endOfMonth =
        PLACED.plusMonths(3).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).plusMonths(1);
    ZonedDateTime endOfDay = DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC);
    ZonedDateTime begins = DAY.atStartOfDay(ZoneOffset.UTC);
    ZonedDateTime gone = SECOND.plusMonths(3);
    return List.of(
        new Turn("never", SECOND, "100 0 -", "200 0 -"),
        new Turn("never", PLACED.plusMonths(15), "200 0 -", "200 0 -"),
        new Turn("rolling", PLACED.plusMonths(3), "200 0 -", "100 0 -"),
        new Turn("rolling", gone, "100 0 -", "0 0 -"),
        new Turn("month-end", endOfMonth, "200 0 -", "100 0 -"),
        new Turn("dates", endOfDay, "200 0 -", "0 0 -"),
        new Turn("inactivity", PLACED.plusMonths(3), "200 0 -", "200 0 -"),
        new Turn("inactivity", gone, "200 0 -", "0 0 -"),
        new Turn("after-order", PLACED.plusDays(14), "0 100 -", "100 0 -"),
        new Turn("after-order", SECOND.plusDays(14), "100 100 -", "200 0 -"),
        new Turn("deadline", PLACED.plusDays(60), "0 200 -", "0 100 -"),
        new Turn("deadline", SECOND.plusDays(60), "0 100 -", "0 0 -"),
        new Turn("to-fit", SECOND, "100 0 silver", "200 0 gold"),
        new Turn("to-fit", gone, "200 0 gold", "200 0 -"),
        new Turn("grace", gone.plusDays(10), "200 0 gold", "200 0 -"),
        new Turn("one-step", gone, "200 0 gold", "200 0 silver"),
        new Turn("one-step", gone.plusMonths(3), "200 0 silver", "200 0 -"),
        new Turn("stays", PLACED.plusMonths(15), "200 0 gold", "200 0 gold"),
        new Turn("next-period", begins, "200 0 -", "200 0 gold"),
        new Turn("next-period", begins.plusYears(1), "200 0 gold", "200 0 -"),
        new Turn("anniversary", PLACED.plusYears(2), "200 0 gold", "200 0 -"));
  }

  private static String day() {
    return MonthDay.from(DAY).format(DateTimeFormatter.ofPattern("MM-dd"));
  }

  private static String document(String key, String settings) {
    return """
        {"key": "%s", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}], %s}"""
        .formatted(key, settings);
  }

  private static void check(UUID sandbox, Turn turn, String when, String expected) {
    String member = "/v1/members/" + Ids.show("cus", Facts.BUYER);
    String programme = "?programme=" + turn.programme();
    JsonPath points = read(token(sandbox, "loyalty:read"), member + programme);
    var tier =
        given()
            .auth()
            .oauth2(token(sandbox, "loyalty:read"))
            .get(member + "/tier" + programme)
            .jsonPath();
    assertThat(
            "%d %d %s"
                .formatted(
                    points.getLong("balance.available"),
                    points.getLong("balance.pending"),
                    tier.get("tier") == null ? "-" : tier.getString("tier")))
        .as("%s %s %s", turn.programme(), when, turn.at())
        .isEqualTo(expected);
  }

  private static JsonPath read(String token, String path) {
    return given().auth().oauth2(token).get(path).then().statusCode(200).extract().jsonPath();
  }
}
