package dev.homeport.loyalty.activity.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ActivitiesResourceTest {
  private static final String CUSTOMER = "cus_" + Facts.BUYER;

  @Inject LedgerFixture ledger;

  private UUID merchant;

  @BeforeEach
  void aMemberOfAProgrammeWithReviews() {
    merchant = TestTenants.create();
    ledger.run(
        merchant,
        """
        {"key": "points", "currencies": {"EUR": {"earn": "1"}}, "rounding": "floor",
         "rules": [
           {"key": "base", "points": {"type": "rate"}},
           {"key": "review", "activity": "review", "when": "member.orders > 0",
            "points": {"type": "fixed", "points": "20"},
            "caps": [{"per": "month", "points": 50, "over": "truncate"}]}]}""");
    ledger.take(merchant, List.of(Facts.order(UUID.randomUUID(), 1, "100", "0")));
  }

  @Test
  void aReviewEarnsPointsOfWhichTheMemberSeesWhy() {
    String id =
        record("review", "2026-11-02T10:00:00Z")
            .statusCode(201)
            .body("customerId", equalTo(CUSTOMER))
            .body("withdrawn", equalTo(false))
            .body("ratings", hasSize(1))
            .body("ratings[0].programme", equalTo("points"))
            .body("ratings[0].points", equalTo(20))
            .body("ratings[0].outcome", equalTo("earned"))
            .extract()
            .path("id");

    get("/v1/activities/" + id)
        .body("type", equalTo("review"))
        .body("ratings[0].points", equalTo(20));
    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(120));
    get("/v1/members/" + CUSTOMER + "/lots").body("items.activityId", hasItem(id));
    get("/v1/members/" + CUSTOMER + "/entries?limit=1")
        .body("items[0].cause.type", equalTo("activity"))
        .body("items[0].cause.id", equalTo(id));
  }

  @Test
  void capsAreThoseOfTheRuleWhereverActivitiesLie() {
    assertThat(points(record("review", "2026-11-04T10:00:00Z"))).isEqualTo(20);
    assertThat(points(record("review", "2026-11-03T10:00:00Z"))).isEqualTo(20);
    String late = record("review", "2026-11-02T10:00:00Z").extract().path("id");
    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(150));

    withdraw(late).statusCode(200);
    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(140));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatIsWithdrawnIsAsIfItHadNeverBeen() {
    String id = record("review", "2026-11-02T10:00:00Z").extract().path("id");
    withdraw(id)
        .statusCode(200)
        .body("withdrawn", equalTo(true))
        .body("ratings[0].points", equalTo(0))
        .body("ratings[0].outcome", equalTo("withdrawn"));
    withdraw(id).statusCode(200).body("withdrawn", equalTo(true));
    get("/v1/members/" + CUSTOMER)
        .body("balance.available", equalTo(100))
        .body("lifetime.earned", equalTo(100));
  }

  @Test
  void whatNoRuleIsForEarnsNothingAndSaysSo() {
    record("survey", "2026-11-02T10:00:00Z")
        .statusCode(201)
        .body("ratings[0].points", equalTo(0))
        .body("ratings[0].outcome", equalTo("no-rule"));
  }

  @Test
  void badInputIsRefusedWithItsCode() {
    record("No Key", "2026-11-02T10:00:00Z")
        .statusCode(422)
        .body("code", equalTo("validation-failed"));
    record("review", Instant.now().plusSeconds(3_600).toString())
        .statusCode(422)
        .body("code", equalTo("validation-failed"))
        .body("errors[0].pointer", equalTo("/happenedAt"));
    post("{\"customerId\": \"cus_%s\", \"type\": \"review\"}".formatted(UUID.randomUUID()))
        .statusCode(404)
        .body("code", equalTo("member-not-found"));
    post("{\"customerId\": \"ord_%s\", \"type\": \"review\"}".formatted(UUID.randomUUID()))
        .statusCode(422)
        .body("code", equalTo("invalid-id"));
    withdraw("act_" + UUID.randomUUID())
        .statusCode(404)
        .body("code", equalTo("activity-not-found"));
  }

  @Test
  void anActivityOfAnotherTenantIsNotThere() {
    String id = record("review", "2026-11-02T10:00:00Z").extract().path("id");
    given()
        .auth()
        .oauth2(TestTokens.token(TestTenants.create(), "loyalty:read"))
        .get("/v1/activities/" + id)
        .then()
        .statusCode(404)
        .body("ratings", nullValue());
  }

  private static int points(ValidatableResponse answer) {
    return answer.statusCode(201).extract().path("ratings[0].points");
  }

  private ValidatableResponse record(String type, String happenedAt) {
    return post(
        "{\"customerId\": \"%s\", \"type\": \"%s\", \"happenedAt\": \"%s\"}"
            .formatted(CUSTOMER, type, happenedAt));
  }

  private ValidatableResponse post(String body) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(body)
        .post("/v1/activities")
        .then();
  }

  private ValidatableResponse withdraw(String id) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/v1/activities/" + id + "/withdrawal")
        .then();
  }

  private ValidatableResponse get(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:read"))
        .get(path)
        .then()
        .statusCode(200);
  }
}
