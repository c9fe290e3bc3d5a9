package dev.homeport.loyalty.rating.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.Events;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order in a currency that no table lists, from its event to its explanation. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class StoredRateResourceTest {
  private static final String PROGRAMME =
      """
      {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
       "storedRate": {"currency": "EUR", "earn": "2"},
       "rules": [{"key": "base", "points": {"type": "rate"}}],
       "tiers": {"basis": "expression", "value": "order.amount > 1000 ? 5 : 1",
         "period": {"type": "rolling", "months": 120},
         "levels": [{"key": "silver", "from": "2"}]}}""";

  @Inject LedgerFixture ledger;

  private UUID merchant;
  private UUID buyer;
  private UUID order;

  @BeforeEach
  void aMerchantWithSuchAProgramme() {
    merchant = TestTenants.create();
    buyer = UUID.randomUUID();
    order = UUID.randomUUID();
    ledger.run(merchant, PROGRAMME);
  }

  @Test
  void anOrderEarnsAsSoonAsItsRateIsKnown() {
    Events.send(merchant, Events.order(order, buyer, 1, "8000", "0", "JPY"));
    awaitRating(1).body("outcome", equalTo("no-stored-rate")).body("points", equalTo(0));

    Events.send(merchant, converted(2));
    awaitRating(2)
        .body("points", equalTo(98)) // 8000 * 0.00614 * 2 = 98.24
        .body(
            "explanation",
            equalTo("Earns 98: 8000 JPY (each 0.00614 EUR) at 2 a unit, rounded (floor)."))
        .body("rules[0].formula", equalTo("stored-rate"))
        .body("rules[0].exchangeRate", equalTo("0.00614"))
        .body("rules[0].exchangeCurrency", equalTo("EUR"))
        .body("rules[0].count", equalTo("8000"))
        .body("rules[0].rate", equalTo("2"));
    get("/v1/members/cus_" + buyer + "/tier")
        .body("tier", equalTo("silver"))
        .body("reached", equalTo("5"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aDryRunNamesTheRateThatItImagines() {
    String points = get("/v1/programmes").extract().path("items[0].id");
    String imagined =
        """
        {"placedAt": "2026-11-27T10:00:00Z", "channel": "shop-de", "market": "JP", %s
         "currency": "JPY", "lines": [{"sku": "MUG-1", "quantity": "1", "unitPrice": "8000"}]}""";
    dryRun(points, imagined.formatted("\"exchange\": {\"into\": \"EUR\", \"rate\": \"0.00614\"},"))
        .statusCode(200)
        .body("points", equalTo(98))
        .body("rules[0].exchangeRate", equalTo("0.00614"));
    dryRun(points, imagined.formatted(""))
        .body("outcome", equalTo("no-stored-rate"))
        .body("rules[0].exchangeRate", nullValue());
    dryRun(
            points,
            imagined.formatted(
                "\"exchange\": {\"into\": \"EUR\", \"rate\": \"0.006139876543210\"},"))
        .body("points", equalTo(98));
    dryRun(points, imagined.formatted("\"exchange\": {\"into\": \"EUR\", \"rate\": \"0.00\"},"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/exchange/rate"));
  }

  private Events.Event converted(long revision) {
    Events.Event plain = Events.order(order, buyer, revision, "8000", "0", "JPY");
    String reporting =
        """
        "reporting":{"currency":"EUR","rate":"0.00614","rateDate":"2026-11-01","total":"49.12",\
        "returned":"0"},"returns\"""";
    return new Events.Event(
        plain.key(), plain.type(), plain.data().replace("\"returns\"", reporting));
  }

  private ValidatableResponse awaitRating(int revision) {
    String path = "/v1/orders/ord_" + order + "/rating";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(path).extract().jsonPath().get("revision"), equalTo(revision));
    return get(path).statusCode(200);
  }

  private ValidatableResponse dryRun(String programme, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:read"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/programmes/" + programme + "/dry-runs")
        .then();
  }

  private ValidatableResponse get(String path) {
    return given().auth().oauth2(TestTokens.token(merchant, "loyalty:read")).get(path).then();
  }
}
