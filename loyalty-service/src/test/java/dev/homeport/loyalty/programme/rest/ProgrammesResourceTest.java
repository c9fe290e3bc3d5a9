package dev.homeport.loyalty.programme.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.loyalty.Events;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ProgrammesResourceTest {
  private static final String CLUB =
      """
      {"key": "club", "currencies": {"EUR": {"earn": "2"}},
       "rules": [{"key": "base", "points": {"type": "rate"}}]}""";
  private static final String CAPPED =
      """
      {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
       "rules": [{"key": "base", "points": {"type": "rate"},
         "caps": [{"per": "lifetime", "points": 100, "over": "truncate"}]}]}""";

  @Inject LedgerFixture ledger;

  private UUID merchant;
  private UUID buyer;

  @BeforeEach
  void aMerchantAndABuyer() {
    merchant = TestTenants.create();
    buyer = UUID.randomUUID();
  }

  @Test
  void everyTenantBeginsWithAProgrammeThatRuns() {
    JsonPath first = get("/v1/programmes").statusCode(200).extract().jsonPath();
    assertThat(first.getList("items.key")).containsExactly("points");
    get("/v1/programmes/" + first.getString("items[0].id") + "/versions/1")
        .statusCode(200)
        .body("stage", equalTo("active"))
        .body("document.rules[0].key", equalTo("points-per-currency"))
        .body("faults", empty());
  }

  @Test
  void aProgrammeIsDraftedReviewedAndApprovedAndThenRatesWhatHasHappened() {
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "30", "0"));
    awaitAvailable("points", 30);
    String club = create(CLUB);
    String version = club + "/versions/1";
    get(version).statusCode(200).body("stage", equalTo("draft")).body("faults", empty());

    post(version + "/approval", "{}", "admin:write").statusCode(409);
    post(version + "/review", null, "loyalty:write")
        .statusCode(200)
        .body("stage", equalTo("in-review"));
    change(version, CLUB).statusCode(409).body("code", equalTo("programme-stage"));
    post(version + "/approval", "{\"startsAt\": \"2026-01-01T00:00:00Z\"}", "admin:write")
        .statusCode(200)
        .body("stage", equalTo("active"))
        .body("ratingJobId", startsWith("job_"));

    awaitAvailable("club", 60);
    awaitAvailable("points", 30);
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "10", "0"));
    awaitAvailable("club", 80);
    awaitAvailable("points", 40);
  }

  @Test
  void whatCannotBeRunIsRefusedAtReviewWithAllItsFaults() {
    String club =
        create(
            """
            {"key": "club", "colour": "red", "currencies": {"EUR": {"earn": 1}},
             "rules": [{"key": "base", "when": "order.amont > 5", "points": {"type": "rate"}}]}""");
    String version = club + "/versions/1";
    get(version).body("faults.code", hasItems("unknown-field", "malformed", "expression"));

    post(version + "/review", null, "loyalty:write")
        .statusCode(422)
        .body("code", equalTo("programme-faulty"))
        .body(
            "errors.pointer",
            hasItems(
                "/document/colour", "/document/currencies/EUR/earn", "/document/rules/0/when"));

    change(version, CLUB).statusCode(200).body("faults", empty());
    post(version + "/review", null, "loyalty:write").statusCode(200);
  }

  @Test
  void aProgrammeThatPointsCouldBePumpedFromIsRefusedWithTheWay() {
    String pump =
        create(
            """
            {"key": "pump", "tolerance": "0.05", "currencies": {
              "EUR": {"earn": "1", "burn": "0.01", "reference": "1"},
              "ZAR": {"earn": "1", "burn": "0.01", "reference": "0.0588"}},
             "rules": [{"key": "base", "points": {"type": "rate"}}]}""");
    post(pump + "/versions/1/review", null, "loyalty:write")
        .statusCode(422)
        .body("errors.detail", contains(startsWith("EUR -> ZAR -> EUR gains 1600.7 %")));
  }

  @Test
  void aLaterVersionStartsLaterAndCanBeWithdrawnUntilThen() {
    String points = get("/v1/programmes").extract().path("items[0].id");
    String document = CLUB.replace("club", "points");
    String path = "/v1/programmes/" + points + "/versions";
    post(path, "{\"document\": " + document + "}", "loyalty:write")
        .statusCode(201)
        .body("number", equalTo(2));
    post(path + "/2/review", null, "loyalty:write").statusCode(200);
    post(path + "/2/approval", "{\"startsAt\": \"2026-01-01T00:00:00Z\"}", "admin:write")
        .statusCode(422)
        .body("code", equalTo("starts-in-the-past"));
    post(path + "/2/approval", "{\"startsAt\": \"2099-01-01T00:00:00Z\"}", "admin:write")
        .statusCode(200)
        .body("stage", equalTo("scheduled"))
        .body("ratingJobId", nullValue());
    get(path + "/1")
        .body("stage", equalTo("active"))
        .body("endsAt", equalTo("2099-01-01T00:00:00Z"));
    post(path + "/2/withdrawal", null, "admin:write")
        .statusCode(200)
        .body("stage", equalTo("draft"));
    get(path).body("items.number", contains(2, 1));
  }

  @Test
  void whereTwoPeopleAreWantedNobodyApprovesWhatHeSubmitted() {
    String club =
        "/v1/programmes/"
            + post(
                    "/v1/programmes",
                    "{\"secondPerson\": true, \"document\": " + CLUB + "}",
                    "loyalty:write")
                .statusCode(201)
                .extract()
                .<String>path("id");
    post(club + "/versions/1/review", null, "loyalty:write").statusCode(200);
    post(club + "/versions/1/approval", "{}", "admin:write")
        .statusCode(409)
        .body("code", equalTo("second-person-needed"));
  }

  @Test
  void aKeyIsTakenOnce() {
    create(CLUB);
    post("/v1/programmes", "{\"document\": " + CLUB + "}", "loyalty:write")
        .statusCode(409)
        .body("code", equalTo("programme-exists"));
  }

  @Test
  void aReturnMakesRoomUnderACapForLaterOrders() {
    ledger.run(merchant, CAPPED);
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    Events.send(merchant, Events.order(first, buyer, 1, "80", "0"));
    awaitAvailable("points", 80);
    Events.send(merchant, Events.order(second, buyer, 1, "80", "0"));
    awaitAvailable("points", 100);
    get("/v1/orders/ord_" + later(first, second) + "/rating")
        .body("points", equalTo(20))
        .body("rules[0].caps[0].used", equalTo(80))
        .body("rules[0].caps[0].given", equalTo(20));

    Events.send(merchant, Events.order(first, buyer, 2, "80", "80"));
    awaitAvailable("points", 80);
    get("/v1/orders/ord_" + second + "/rating").body("points", equalTo(80));
    assertThat(ledger.number(merchant, "select sum(points) from entry")).isZero();
  }

  @Test
  void aMemberHasATierThatSaysWhatIsMissing() {
    ledger.run(
        merchant,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}}],
         "tiers": {"basis": "spend", "period": {"type": "rolling", "months": 120}, "levels": [
           {"key": "silver", "from": "50"}, {"key": "gold", "from": "100"}]}}""");
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "79.50", "0"));
    awaitAvailable("points", 79);
    get("/v1/members/cus_" + buyer + "/tier")
        .statusCode(200)
        .body("tier", equalTo("silver"))
        .body("next", equalTo("gold"))
        .body("missingToRise", equalTo("20.50"))
        .body("projected", nullValue());
  }

  @Test
  void aDryRunTriesDraftsAndWritesNothing() {
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "30", "0"));
    awaitAvailable("points", 30);
    String club = create(CLUB);
    List<String> before = tables();
    String order =
        """
        {%s "placedAt": "2026-11-27T10:00:00Z", "channel": "shop-de", "market": "DE",
         "currency": "EUR", "lines": [{"sku": "MUG-1", "quantity": "2", "unitPrice": "9.99"}]}""";
    post(club + "/dry-runs", order.formatted("\"version\": 1,"), "loyalty:read")
        .statusCode(200)
        .body("points", equalTo(40))
        .body("rules[0].exact", equalTo("39.96"));
    post(club + "/dry-runs", order.formatted(""), "loyalty:read")
        .statusCode(200)
        .body("outcome", equalTo("before-start"));
    assertThat(tables()).isEqualTo(before);
  }

  /** The second order comes long after the first one has spent the budget. */
  @Test
  void aRuleEndsWhenItsBudgetIsSpent() {
    ledger.run(
        merchant,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [{"key": "base", "points": {"type": "rate"}},
           {"key": "launch", "points": {"type": "fixed", "points": "50"}, "budget": 50}]}""");
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "30", "0"));
    awaitAvailable("points", 80);
    TestTenants.clockAhead(merchant, Duration.ofDays(1));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ledger.number(merchant, "select count(*) from rule_end") == 1);

    String order =
        """
        {"placedAt": "2090-01-01T00:00:00Z", "channel": "shop-de", "market": "DE",
         "currency": "EUR", "lines": [{"sku": "MUG-1", "quantity": "1", "unitPrice": "10"}]}""";
    String points = "/v1/programmes/" + get("/v1/programmes").extract().path("items[0].id");
    post(points + "/dry-runs", order, "loyalty:read")
        .body("points", equalTo(10))
        .body("rules[1].outcome", equalTo("budget-spent"));
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "30", "0"));
    awaitAvailable("points", 160);
  }

  @Test
  void aProgrammeEndsAndWhatWasBeforeStays() {
    String points = "/v1/programmes/" + get("/v1/programmes").extract().path("items[0].id");
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "30", "0"));
    awaitAvailable("points", 30);
    String order =
        """
        {"placedAt": "%s", "channel": "shop-de", "market": "DE", "currency": "EUR",
         "lines": [{"sku": "MUG-1", "quantity": "2", "unitPrice": "9.99"}]}""";

    post(points + "/end", "{\"endsAt\": \"2020-01-01T00:00:00Z\"}", "admin:write")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/endsAt"));
    post(points + "/end", "{\"endsAt\": \"2098-01-01T00:00:00Z\"}", "admin:write")
        .statusCode(200)
        .body("endsAt", equalTo("2098-01-01T00:00:00Z"))
        .body("ratingJobId", nullValue());
    post(points + "/dry-runs", order.formatted("2097-12-31T23:59:59Z"), "loyalty:read")
        .body("outcome", equalTo("earned"));
    post(points + "/dry-runs", order.formatted("2098-01-01T00:00:00Z"), "loyalty:read")
        .body("outcome", equalTo("after-end"));

    post(points + "/end", "{}", "admin:write")
        .statusCode(200)
        .body("ratingJobId", startsWith("job_"));
    post(points + "/end", "{}", "admin:write")
        .statusCode(409)
        .body("code", equalTo("programme-ended"));
    get(points + "/versions/1").body("stage", equalTo("retired"));
    awaitAvailable("points", 30);
  }

  /** Of orders of one moment the one with the lower id comes first. */
  private static UUID later(UUID a, UUID b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private List<String> tables() {
    return List.of("identity", "journal", "rating", "account", "lot", "entry", "programme_version")
        .stream()
        .flatMap(
            table ->
                ledger
                    .texts(
                        merchant,
                        "select md5(string_agg(t::text || t.xmin, '' order by t::text)) from "
                            + table
                            + " t")
                    .stream())
        .toList();
  }

  private String create(String document) {
    return "/v1/programmes/"
        + post("/v1/programmes", "{\"document\": " + document + "}", "loyalty:write")
            .statusCode(201)
            .extract()
            .<String>path("id");
  }

  private ValidatableResponse change(String version, String document) {
    String tag = get(version).extract().header("ETag");
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .contentType(ContentType.JSON)
        .header("If-Match", tag)
        .body("{\"document\": " + document + "}")
        .put(version)
        .then();
  }

  private ValidatableResponse post(String path, String body, String scope) {
    var request = given().auth().oauth2(TestTokens.token(merchant, scope));
    if (body != null) {
      request.contentType(ContentType.JSON).body(body);
    }
    return request.post(path).then();
  }

  private void awaitAvailable(String programme, int points) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Integer.valueOf(points)
                    .equals(
                        get("/v1/members/cus_" + buyer + "?programme=" + programme)
                            .extract()
                            .jsonPath()
                            .get("balance.available")));
  }

  private ValidatableResponse get(String path) {
    return given().auth().oauth2(TestTokens.token(merchant, "loyalty:read")).get(path).then();
  }
}
