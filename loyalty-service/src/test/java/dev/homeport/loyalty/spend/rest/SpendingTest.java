package dev.homeport.loyalty.spend.rest;

import static dev.homeport.loyalty.spend.rest.Caller.CUSTOMER;
import static dev.homeport.loyalty.spend.rest.Caller.body;
import static dev.homeport.loyalty.spend.rest.Caller.worth;
import static dev.homeport.loyalty.spend.rest.Savings.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that are set aside, spent and given back. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SpendingTest {
  @Inject Savings savings;
  @Inject LedgerFixture ledger;

  private UUID merchant;
  private Caller caller;

  @BeforeEach
  void aMemberWithAHundredPoints() {
    merchant = savings.hundred();
    caller = new Caller(merchant);
  }

  @Test
  void pointsThatAreSetAsideAreSpentByACapture() {
    String hold =
        caller
            .post("/v1/holds", body(CUSTOMER, 30))
            .statusCode(201)
            .body("state", equalTo("held"))
            .body("points", equalTo(30))
            .body("expiresAt", notNullValue())
            .body("redemptionId", nullValue())
            .extract()
            .path("id");
    caller.balance(70, 30);
    caller.get("/v1/members/" + CUSTOMER + "/holds").body("items.id", hasItems(hold));

    String redemption =
        caller
            .post("/v1/holds/" + hold + "/capture", "")
            .statusCode(200)
            .body("state", equalTo("captured"))
            .extract()
            .path("redemptionId");
    caller.balance(70, 0);
    caller.get("/v1/members/" + CUSTOMER).body("lifetime.redeemed", equalTo(30));
    caller.get("/v1/redemptions/" + redemption).body("state", equalTo("redeemed"));
    caller
        .get("/v1/members/" + CUSTOMER + "/entries?limit=10")
        .body("items.cause.type", hasItems("spend", "order"))
        .body("items.cause.id", hasItems(redemption));
    caller
        .post("/v1/holds/" + hold + "/release", "")
        .statusCode(409)
        .body("code", equalTo("hold-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void pointsThatAreReleasedAreThereAgain() {
    String hold =
        caller.post("/v1/holds", body(CUSTOMER, 100)).statusCode(201).extract().path("id");
    caller
        .post("/v1/redemptions", body(CUSTOMER, 1))
        .statusCode(409)
        .body("code", equalTo("not-enough-points"));
    caller
        .post("/v1/holds/" + hold + "/release", "")
        .statusCode(200)
        .body("state", equalTo("released"));
    caller.balance(100, 0);
    caller.post("/v1/holds/" + hold + "/capture", "").statusCode(409);
    caller.post("/v1/redemptions", body(CUSTOMER, 100)).statusCode(201);
    caller.balance(0, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatWasSpentIsGivenBackOnce() {
    String id =
        caller.post("/v1/redemptions", body(CUSTOMER, 40)).statusCode(201).extract().path("id");
    caller.balance(60, 0);
    caller
        .post("/v1/redemptions/" + id + "/return", "")
        .statusCode(200)
        .body("state", equalTo("given-back"))
        .body("endedAt", notNullValue());
    caller.balance(100, 0);
    caller
        .post("/v1/redemptions/" + id + "/return", "")
        .statusCode(409)
        .body("code", equalTo("redemption-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aHoldIsOverWhenItsTimeIs() {
    String hold =
        caller
            .post(
                "/v1/holds",
                "{\"customerId\": \"%s\", \"points\": 80, \"minutes\": 5}".formatted(CUSTOMER))
            .statusCode(201)
            .extract()
            .path("id");
    TestTenants.clockAhead(merchant, Duration.ofMinutes(6));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> caller.get("/v1/holds/" + hold).body("state", equalTo("expired")));
    caller.balance(100, 0);
    caller
        .post("/v1/holds/" + hold + "/capture", "")
        .statusCode(409)
        .body("code", equalTo("hold-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** Whether or not the service has got round to it. */
  @Test
  void timePassesBeforePointsAreSpent() {
    caller.post("/v1/holds", body(CUSTOMER, 30)).statusCode(201);
    TestTenants.clockAhead(merchant, Duration.ofDays(364).plus(Duration.ofDays(2)));
    caller
        .post("/v1/redemptions", body(CUSTOMER, 1))
        .statusCode(409)
        .body("code", equalTo("not-enough-points"));
  }

  @Test
  void pointsPayForAPartOfAnOrderByWhatTheyAreWorth() {
    merchant = TestTenants.create();
    caller = new Caller(merchant);
    ledger.run(
        merchant,
        """
        {"key": "club", "currencies": {"EUR": {"earn": "1", "burn": "0.03"}},
         "rules": [{"key": "base", "points": {"type": "rate"}}], "rounding": "floor"}""");
    savings.order(merchant, Facts.BUYER, new UUID(7, 1), 1, YESTERDAY, "paid", "100", "0");
    caller
        .post("/v1/redemptions", worth("1", "EUR"))
        .statusCode(201)
        .body("points", equalTo(34))
        .body("worth.amount", equalTo("1"))
        .body("worth.currency", equalTo("EUR"));
    caller.balance(66, 0);
    caller
        .post("/v1/redemptions", worth("1.98", "EUR"))
        .statusCode(201)
        .body("points", equalTo(66));
    caller
        .post("/v1/holds", worth("1", "SEK"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/worth"));
    caller
        .post("/v1/holds", worth("0", "EUR"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/worth/amount"));
    caller
        .post("/v1/holds", "{\"customerId\": \"%s\"}".formatted(CUSTOMER))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/points"));
  }

  @Test
  void badInputIsRefusedWithItsCode() {
    caller
        .post("/v1/redemptions", body("cus_" + UUID.randomUUID(), 1))
        .statusCode(404)
        .body("code", equalTo("member-not-found"));
    caller
        .post("/v1/redemptions", body(CUSTOMER, 0))
        .statusCode(422)
        .body("code", equalTo("validation-failed"));
    caller
        .post("/v1/redemptions", body("ord_" + UUID.randomUUID(), 1))
        .statusCode(422)
        .body("code", equalTo("invalid-id"));
    caller
        .post(
            "/v1/holds",
            "{\"customerId\": \"%s\", \"points\": 1, \"programme\": \"none\"}".formatted(CUSTOMER))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/programme"));
    caller
        .post("/v1/holds/hld_" + UUID.randomUUID() + "/capture", "")
        .statusCode(404)
        .body("code", equalTo("hold-not-found"));
    caller
        .post("/v1/redemptions/red_" + UUID.randomUUID() + "/return", "")
        .statusCode(404)
        .body("code", equalTo("redemption-not-found"));
  }
}
