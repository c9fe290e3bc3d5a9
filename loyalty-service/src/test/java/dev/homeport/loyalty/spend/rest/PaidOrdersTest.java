package dev.homeport.loyalty.spend.rest;

import static dev.homeport.loyalty.spend.rest.Caller.CUSTOMER;
import static dev.homeport.loyalty.spend.rest.Caller.bodyFor;
import static dev.homeport.loyalty.spend.rest.Savings.YESTERDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are paid with points, and what becomes of the points when they come back. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PaidOrdersTest {
  private static final UUID ORDER = new UUID(7, 9);

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
  void nobodyPaysForAnOrderThatIsCancelledOrCameBack() {
    order(ORDER, 1, "cancelled", "50", "0");
    caller
        .post("/v1/redemptions", bodyFor(ORDER, 30))
        .statusCode(409)
        .body("code", equalTo("order-cancelled"));
    var other = new UUID(7, 10);
    order(other, 1, "paid", "50", "50");
    caller.post("/v1/redemptions", bodyFor(other, 30)).statusCode(409);
    caller.balance(100, 0);
  }

  @Test
  void whatWasSpentOnAnOrderIsThereAgainWhenItIsCancelled() {
    String id = pay(ORDER, 40);
    order(ORDER, 1, "paid", "20", "0");
    caller.balance(80, 0);
    order(ORDER, 2, "cancelled", "20", "0");
    order(ORDER, 2, "cancelled", "20", "0");
    caller.balance(100, 0);
    caller.get("/v1/redemptions/" + id).body("state", equalTo("given-back"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aPartialReturnGivesBackItsShareAndTheLastOneTheRest() {
    String id = pay(ORDER, 41);
    order(ORDER, 1, "paid", "30", "0");
    caller.balance(89, 0);
    order(ORDER, 2, "paid", "30", "10");
    caller
        .get("/v1/redemptions/" + id)
        .body("returnedPoints", equalTo(13))
        .body("state", equalTo("redeemed"));
    caller.balance(92, 0); // ten of its own points are gone, thirteen of the others are back
    order(ORDER, 3, "paid", "30", "20");
    caller.get("/v1/redemptions/" + id).body("returnedPoints", equalTo(27));
    order(ORDER, 2, "paid", "30", "10");
    caller.get("/v1/redemptions/" + id).body("returnedPoints", equalTo(27));
    order(ORDER, 4, "paid", "30", "30");
    caller
        .get("/v1/redemptions/" + id)
        .body("returnedPoints", equalTo(41))
        .body("state", equalTo("given-back"))
        .body("endedAt", notNullValue());
    caller.balance(100, 0);
    caller.get("/v1/members/" + CUSTOMER).body("lifetime.redeemed", equalTo(0));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void nothingIsGivenBackTwice() {
    String id = pay(ORDER, 40);
    order(ORDER, 1, "paid", "20", "10");
    caller.balance(90, 0);
    order(ORDER, 2, "cancelled", "20", "10");
    caller.balance(100, 0);
    caller
        .get("/v1/redemptions/" + id)
        .body("state", equalTo("given-back"))
        .body("returnedPoints", equalTo(20));
    caller.post("/v1/redemptions/" + id + "/return", "").statusCode(409);
    order(ORDER, 3, "cancelled", "20", "20");
    caller.balance(100, 0);

    var other = new UUID(7, 10);
    String byHand = pay(other, 40);
    order(other, 1, "paid", "20", "5");
    caller.post("/v1/redemptions/" + byHand + "/return", "").statusCode(200);
    order(other, 2, "paid", "20", "20");
    order(other, 3, "paid", "20", "0");
    caller.balance(120, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** An order that is another buyer's after all is cancelled for the first, in whichever order. */
  @Test
  void aCancellationIsFinalWhateverElseIsToldWhen() {
    pay(ORDER, 40);
    order(ORDER, 1, "paid", "20", "20");
    order(ORDER, 2, "cancelled", "20", "20");
    savings.order(merchant, Savings.OTHER, ORDER, 3, YESTERDAY, "paid", "20", "0");
    caller.balance(100, 0);

    var other = new UUID(7, 10);
    pay(other, 40);
    savings.order(merchant, Savings.OTHER, other, 6, YESTERDAY, "paid", "20", "0");
    caller.balance(60, 0);
    order(other, 5, "cancelled", "20", "0");
    caller.balance(100, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aReturnThatIsReversedTakesThePointsAgain() {
    String id = pay(ORDER, 40);
    order(ORDER, 1, "paid", "20", "20");
    caller.balance(100, 0);
    order(ORDER, 2, "paid", "20", "5");
    caller.balance(85, 0);
    caller
        .get("/v1/redemptions/" + id)
        .body("state", equalTo("redeemed"))
        .body("returnedPoints", equalTo(10))
        .body("endedAt", nullValue());
    order(ORDER, 3, "paid", "20", "0");
    caller.balance(80, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatIsSetAsideForAnOrderFollowsItToo() {
    String hold = caller.post("/v1/holds", bodyFor(ORDER, 40)).statusCode(201).extract().path("id");
    order(ORDER, 1, "paid", "20", "5");
    caller.balance(85, 30);
    String redemption =
        caller
            .post("/v1/holds/" + hold + "/capture", "")
            .statusCode(200)
            .body("returnedPoints", equalTo(10))
            .extract()
            .path("redemptionId");
    caller.get("/v1/members/" + CUSTOMER).body("lifetime.redeemed", equalTo(30));
    order(ORDER, 2, "paid", "20", "20");
    caller.balance(100, 0);
    caller.get("/v1/redemptions/" + redemption).body("state", equalTo("given-back"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatIsPaidAfterAReturnIsForWhatWasKept() {
    order(ORDER, 1, "paid", "40", "20");
    String id = pay(ORDER, 40);
    order(ORDER, 2, "paid", "40", "30");
    caller.get("/v1/redemptions/" + id).body("returnedPoints", equalTo(20));
    order(ORDER, 3, "paid", "40", "40");
    caller.balance(100, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** The lot that was drawn on expires between the order and its return. */
  @Test
  void pointsThatExpiredMeanwhileComeBackForTheGrace() {
    merchant = TestTenants.create();
    caller = new Caller(merchant);
    ledger.run(
        merchant,
        Programmes.document("unlimited", Programmes.YEAR)
            .replace("\"overdraft\"", "\"graceDays\": 20, \"overdraft\""));
    Instant almost = YESTERDAY.minus(360, ChronoUnit.DAYS);
    savings.order(merchant, Facts.BUYER, new UUID(7, 1), 1, almost, "paid", "100", "0");
    pay(ORDER, 40);
    TestTenants.clockAhead(merchant, Duration.ofDays(10));
    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> caller.balance(0, 0));
    order(ORDER, 1, "paid", "0.60", "0.15");
    caller.balance(10, 0);
    order(ORDER, 2, "paid", "0.60", "0.60");
    caller.balance(40, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  private String pay(UUID order, int points) {
    return caller
        .post("/v1/redemptions", bodyFor(order, points))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void order(UUID order, long revision, String status, String total, String returned) {
    savings.order(merchant, Facts.BUYER, order, revision, YESTERDAY, status, total, returned);
  }
}
