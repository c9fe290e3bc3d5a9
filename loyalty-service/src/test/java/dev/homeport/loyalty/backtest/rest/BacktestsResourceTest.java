package dev.homeport.loyalty.backtest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BacktestsResourceTest {
  private static final UUID LOYAL = new UUID(1, 1);
  private static final UUID ONCE = new UUID(1, 2);
  private static final String SILVER =
      """
      {"key": "points", "currencies": {"EUR": {"earn": "1", "burn": "0.02", "reference": "1"}},
       "rounding": "floor",
       "rules": [{"key": "base", "points": {"type": "rate"}},
         {"key": "silver", "when": "member.tier == 'silver'",
          "points": {"type": "multiply", "factor": "2"}}],
       "tiers": {"basis": "orders", "period": {"type": "rolling", "months": 12},
         "up": "at-once", "down": "to-fit", "levels": [{"key": "silver", "from": "2"}]},
       "tolerance": "0.5"}""";

  @Inject LedgerFixture ledger;

  private UUID merchant;
  private String programme;

  /** One who orders in January, February and March, and one who orders in March. */
  @BeforeEach
  void twoMembers() {
    merchant = TestTenants.create("EUR", "UTC");
    ledger.run(merchant, Programmes.document("50", "{\"type\": \"rolling\", \"months\": 2}"));
    order(LOYAL, 1, "2026-01-10T10:00:00Z", "100");
    order(LOYAL, 2, "2026-02-10T10:00:00Z", "100");
    order(LOYAL, 3, "2026-03-10T10:00:00Z", "100");
    order(ONCE, 4, "2026-03-20T10:00:00Z", "40");
    programme = get("/v1/programmes").extract().path("items[0].id");
  }

  @Test
  void aDraftWithABetterTierShowsWhatItCostsAndWhoGains() {
    draft(SILVER);
    JsonPath backtest = backtest("{\"version\": 2, \"to\": \"2026-04-01T00:00:00Z\"}").jsonPath();
    assertThat(backtest.getInt("version")).isEqualTo(2);
    JsonPath result = backtest.setRootPath("result");
    assertThat(result.getLong("members")).isEqualTo(2);
    assertThat(result.getString("behaviour")).startsWith("held constant");

    assertThat(result.getLong("tried.total.issued")).isEqualTo(440);
    assertThat(result.getLong("tried.total.expired")).isZero();
    assertThat(result.getLong("tried.total.outstanding")).isEqualTo(440);
    assertThat(result.getString("tried.cost.currency")).isEqualTo("EUR");
    assertThat(result.getString("tried.cost.perPoint")).isEqualTo("0.02");
    assertThat(result.getString("tried.cost.issued")).isEqualTo("8.8");
    assertThat(result.getString("tried.markets[0].market")).isEqualTo("DE");
    assertThat(result.getString("tried.markets[0].cost")).isEqualTo("8.8");
    assertThat(result.getList("tried.months.month"))
        .isEqualTo(List.of("2026-01", "2026-02", "2026-03"));
    assertThat(result.getList("tried.months.outstanding")).isEqualTo(List.of(100, 200, 440));
    assertThat(result.getList("tried.months[0].tiers.members")).isEqualTo(List.of(1));
    assertThat(result.getString("tried.months[1].tiers.find { it.tier == 'silver' }.members"))
        .isEqualTo("1");
    assertThat(result.getString("tried.months[2].tiers.find { it.tier == null }.members"))
        .isEqualTo("1");

    assertThat(result.getLong("today.total.issued")).isEqualTo(340);
    assertThat(result.getLong("today.total.expired")).isEqualTo(100);
    assertThat(result.getString("today.cost")).isNull();
    assertThat(result.getString("today.costUnknown")).contains("EUR");
    assertThat(result.getList("today.months.outstanding")).isEqualTo(List.of(100, 200, 240));
    assertThat(result.getString("today.months[0].tiers")).isNull();

    assertThat(result.getLong("comparison.better")).isEqualTo(1);
    assertThat(result.getLong("comparison.gained")).isEqualTo(200);
    assertThat(result.getLong("comparison.worse")).isZero();
    assertThat(result.getLong("comparison.same")).isEqualTo(1);
    assertThat(result.getString("comparison.gainers[0].customerId")).isEqualTo("cus_" + LOYAL);
    assertThat(result.getLong("comparison.gainers[0].difference")).isEqualTo(200);
  }

  @Test
  void aVersionCountsFromTheBeginningOfThePeriodOnly() {
    draft(SILVER.replace("\"earn\": \"1\"", "\"earn\": \"3\""));
    JsonPath result =
        backtest(
                "{\"version\": 2, \"from\": \"2026-02-01T00:00:00Z\","
                    + " \"to\": \"2026-03-01T00:00:00Z\", \"compare\": false}")
            .jsonPath()
            .setRootPath("result");
    assertThat(result.getList("tried.months.month")).isEqualTo(List.of("2026-02"));
    assertThat(result.getLong("tried.total.issued")).isEqualTo(300);
    assertThat(result.getLong("tried.total.outstanding")).isEqualTo(400);
    assertThat(result.getString("today")).isNull();
    assertThat(result.getString("comparison")).isNull();

    String id = get(path()).extract().path("items[0].id");
    String csv =
        as("loyalty:read")
            .accept("text/csv")
            .get(path() + "/" + id)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines())
        .containsExactly(
            "month,programme,issued,clawedBack,used,expired,outstanding,overdrawn",
            "2026-02,tried,300,0,0,0,400,0");
  }

  @Test
  void theProgrammeAsItRanIsWhatTheLedgerHolds() {
    TestTenants.clockAhead(merchant, Duration.ofDays(1)); // lets all that is due be done
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> get("/v1/liability").extract().jsonPath().getLong("outstanding") == 0);
    JsonPath result = backtest("{}").jsonPath().setRootPath("result");
    assertThat(result.getLong("tried.total.issued")).isEqualTo(340);
    assertThat(result.getLong("tried.total.expired")).isEqualTo(340);
    assertThat(result.getLong("tried.total.outstanding")).isZero();
    assertThat(result.getList("tried.months[0..4].outstanding"))
        .isEqualTo(List.of(100, 200, 240, 140, 0));
  }

  @Test
  void whatCannotBeTriedIsRefusedAndSaysWhy() {
    draft(
        """
        {"key": "points", "colour": "red", "currencies": {"EUR": {"earn": 1}},
         "rules": [{"key": "base", "points": {"type": "rate"}}]}""");
    post("{\"version\": 2}")
        .statusCode(422)
        .body("code", equalTo("programme-faulty"))
        .body("errors.pointer", hasItems("/document/colour", "/document/currencies/EUR/earn"));
    post("{\"version\": 9}").statusCode(404).body("code", equalTo("programme-version-not-found"));
    post("{\"version\": 1, \"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}")
        .statusCode(422)
        .body("code", equalTo("validation-failed"))
        .body("errors.pointer", contains("/to"));
    post("{\"version\": 0}").statusCode(422).body("errors.pointer", contains("/version"));
    post("{\"version\": 1, \"until\": \"2026-02-01T00:00:00Z\"}")
        .statusCode(422)
        .body("code", equalTo("unknown-field"));
    as("loyalty:read").body("{}").post(path()).then().statusCode(403);
    String none = "/v1/programmes/prg_" + UUID.randomUUID() + "/backtests";
    as("loyalty:write").body("{}").post(none).then().statusCode(404);
    get(none).statusCode(404).body("code", equalTo("programme-not-found"));
    get(path() + "/bkt_" + UUID.randomUUID())
        .statusCode(404)
        .body("code", equalTo("backtest-not-found"));
  }

  @Test
  void aProgrammeThatNeverRanNeedsAVersion() {
    programme =
        as("loyalty:write")
            .body("{\"document\": " + SILVER.replace("\"points\", \"cur", "\"club\", \"cur") + "}")
            .post("/v1/programmes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    post("{}").statusCode(422).body("code", equalTo("programme-never-ran"));
    JsonPath result = backtest("{\"version\": 1}").jsonPath().setRootPath("result");
    assertThat(result.getLong("tried.total.issued")).isEqualTo(440);
    assertThat(result.getLong("today.total.issued")).isZero();
    assertThat(result.getLong("comparison.better")).isEqualTo(2);
  }

  @Test
  void backtestsAreListedNewestFirstWithoutTheirResults() {
    String first = backtest("{}").jsonPath().getString("id");
    String second = backtest("{\"version\": 1}").jsonPath().getString("id");
    get(path())
        .body("items.id", contains(second, first))
        .body("items.result", contains(nullValue(), nullValue()));
    String cursor = get(path() + "?limit=1").extract().path("nextCursor");
    get(path() + "?limit=1&cursor=" + cursor).body("items.id", contains(first));
  }

  private Response backtest(String body) {
    String job = post(body).statusCode(202).extract().path("id");
    String at = "/v1/loyalty-service/jobs/" + job;
    await()
        .until(
            () -> as("loyalty:write").get(at).jsonPath().getString("status"),
            status -> !List.of("queued", "running").contains(status));
    String id = as("loyalty:write").get(at).jsonPath().getString("result.backtestId");
    return as("loyalty:read").get(path() + "/" + id).then().statusCode(200).extract().response();
  }

  private void draft(String document) {
    as("loyalty:write")
        .body("{\"document\": " + document + "}")
        .post("/v1/programmes/" + programme + "/versions")
        .then()
        .statusCode(201)
        .body("number", equalTo(2));
  }

  private void order(UUID buyer, long number, String placedAt, String total) {
    ledger.take(
        merchant,
        List.of(
            Facts.order(
                buyer, new UUID(7, number), 1, Instant.parse(placedAt), "paid", total, "0")));
  }

  private String path() {
    return "/v1/programmes/" + programme + "/backtests";
  }

  private ValidatableResponse post(String body) {
    return as("loyalty:write").body(body).post(path()).then();
  }

  private ValidatableResponse get(String path) {
    return as("loyalty:read").get(path).then();
  }

  private RequestSpecification as(String scope) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, scope))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }
}
