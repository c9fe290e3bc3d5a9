package dev.homeport.loyalty.spend.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.journal.store.MemberIntake;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SpendingTest {
  private static final UUID OTHER = new UUID(1, 2);
  private static final String CUSTOMER = "cus_" + Facts.BUYER;
  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  @Inject LedgerFixture ledger;
  @Inject MemberIntake identities;
  @Inject CurrentTenant tenant;

  private UUID merchant;

  @BeforeEach
  void aMemberWithAHundredPoints() {
    merchant = TestTenants.create();
    ledger.run(merchant, Programmes.document("unlimited", Programmes.YEAR));
    order(Facts.BUYER, new UUID(7, 1), 1, YESTERDAY, "paid", "100", "0");
  }

  @Test
  void nobodyPaysForAnOrderThatIsCancelled() {
    var order = new UUID(7, 9);
    order(Facts.BUYER, order, 1, YESTERDAY, "cancelled", "50", "0");
    String spend = body(CUSTOMER, 30).replaceFirst("\\{", "{\"orderId\": \"ord_" + order + "\", ");
    post("/v1/redemptions", spend).statusCode(409).body("code", equalTo("order-cancelled"));
    balance(100, 0);
  }

  @Test
  void pointsThatAreSetAsideAreSpentByACapture() {
    String hold =
        post("/v1/holds", body(CUSTOMER, 30))
            .statusCode(201)
            .body("state", equalTo("held"))
            .body("points", equalTo(30))
            .body("expiresAt", notNullValue())
            .body("redemptionId", nullValue())
            .extract()
            .path("id");
    balance(70, 30);
    get("/v1/members/" + CUSTOMER + "/holds").body("items.id", hasItems(hold));

    String redemption =
        post("/v1/holds/" + hold + "/capture", "")
            .statusCode(200)
            .body("state", equalTo("captured"))
            .extract()
            .path("redemptionId");
    balance(70, 0);
    get("/v1/members/" + CUSTOMER).body("lifetime.redeemed", equalTo(30));
    get("/v1/redemptions/" + redemption).body("state", equalTo("redeemed"));
    get("/v1/members/" + CUSTOMER + "/entries?limit=10")
        .body("items.cause.type", hasItems("spend", "order"))
        .body("items.cause.id", hasItems(redemption));
    post("/v1/holds/" + hold + "/release", "").statusCode(409).body("code", equalTo("hold-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void pointsThatAreReleasedAreThereAgain() {
    String hold = post("/v1/holds", body(CUSTOMER, 100)).statusCode(201).extract().path("id");
    post("/v1/redemptions", body(CUSTOMER, 1))
        .statusCode(409)
        .body("code", equalTo("not-enough-points"));
    post("/v1/holds/" + hold + "/release", "").statusCode(200).body("state", equalTo("released"));
    balance(100, 0);
    post("/v1/holds/" + hold + "/capture", "").statusCode(409);
    post("/v1/redemptions", body(CUSTOMER, 100)).statusCode(201);
    balance(0, 0);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatWasSpentIsGivenBackOnce() {
    String id = post("/v1/redemptions", body(CUSTOMER, 40)).statusCode(201).extract().path("id");
    balance(60, 0);
    post("/v1/redemptions/" + id + "/return", "")
        .statusCode(200)
        .body("state", equalTo("given-back"))
        .body("endedAt", notNullValue());
    balance(100, 0);
    post("/v1/redemptions/" + id + "/return", "")
        .statusCode(409)
        .body("code", equalTo("redemption-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatWasSpentOnAnOrderIsThereAgainWhenItIsCancelled() {
    var order = new UUID(7, 9);
    String id =
        post(
                "/v1/redemptions",
                "{\"customerId\": \"%s\", \"points\": 40, \"orderId\": \"ord_%s\"}"
                    .formatted(CUSTOMER, order))
            .statusCode(201)
            .extract()
            .path("id");
    order(Facts.BUYER, order, 1, YESTERDAY, "paid", "20", "0");
    balance(80, 0);
    order(Facts.BUYER, order, 2, YESTERDAY, "cancelled", "20", "0");
    order(Facts.BUYER, order, 2, YESTERDAY, "cancelled", "20", "0");
    balance(100, 0);
    get("/v1/redemptions/" + id).body("state", equalTo("given-back"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void aHoldIsOverWhenItsTimeIs() {
    String hold =
        post(
                "/v1/holds",
                "{\"customerId\": \"%s\", \"points\": 80, \"minutes\": 5}".formatted(CUSTOMER))
            .statusCode(201)
            .extract()
            .path("id");
    TestTenants.clockAhead(merchant, Duration.ofMinutes(6));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> get("/v1/holds/" + hold).body("state", equalTo("expired")));
    balance(100, 0);
    post("/v1/holds/" + hold + "/capture", "").statusCode(409).body("code", equalTo("hold-closed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** Whether or not the service has got round to it. */
  @Test
  void timePassesBeforePointsAreSpent() {
    post("/v1/holds", body(CUSTOMER, 30)).statusCode(201);
    TestTenants.clockAhead(merchant, Duration.ofDays(364).plus(Duration.ofDays(2)));
    post("/v1/redemptions", body(CUSTOMER, 1))
        .statusCode(409)
        .body("code", equalTo("not-enough-points"));
  }

  @Test
  void sixtyFourWhoSpendAtOnceNeverOverdraw() throws Exception {
    order(OTHER, new UUID(7, 2), 1, YESTERDAY.minusSeconds(60), "paid", "200", "0");
    map(OTHER, Facts.BUYER, 2, 1);
    int spent = 0;
    int refused = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 64; i++) {
        String path = i % 2 == 0 ? "/v1/redemptions" : "/v1/holds";
        answers.add(threads.submit(() -> post(path, body(CUSTOMER, 7)).extract().statusCode()));
      }
      for (Future<Integer> answer : answers) {
        switch (answer.get()) {
          case 201 -> spent++;
          case 409 -> refused++;
          default -> throw new AssertionError("answered " + answer.get());
        }
      }
    }
    assertThat(spent).isEqualTo(42);
    assertThat(refused).isEqualTo(22);
    assertThat(ledger.number(merchant, "select sum(available + owed) from account")).isEqualTo(6);
    assertThat(ledger.number(merchant, "select min(available) from account")).isNotNegative();
    assertThat(ledger.number(merchant, "select sum(held) from account"))
        .isEqualTo(7 * ledger.number(merchant, "select count(*) from spend where state = 'held'"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whoSpentThePointsOfOthersBearsItWhenTheyWereNeverOneMember() {
    order(OTHER, new UUID(7, 2), 1, YESTERDAY.minus(9, ChronoUnit.DAYS), "paid", "50", "0");
    map(OTHER, Facts.BUYER, 2, 1);
    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(150));
    post("/v1/redemptions", body(CUSTOMER, 120)).statusCode(201);
    balance(30, 0);
    assertThat(ledger.number(merchant, "select count(*) from spend_part")).isEqualTo(2);

    map(OTHER, OTHER, 3, 2);

    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(-20));
    get("/v1/members/cus_" + OTHER).body("balance.available", equalTo(50));
    assertThat(Replays.drift(merchant)).isZero();
  }

  /** Orders, returns, spends and moves at once: what is stored is what the journal gives. */
  @Test
  void whateverHappensTheJournalGivesWhatIsStored() {
    int epoch = 2;
    for (long seed = 0; seed < 3; seed++) {
      var random = new Random(seed);
      for (int i = 0; i < 60; i++) {
        UUID buyer = random.nextBoolean() ? Facts.BUYER : OTHER;
        switch (random.nextInt(6)) {
          case 0, 1 -> {
            int which = random.nextInt(6);
            order(
                buyer,
                new UUID(seed, buyer.getLeastSignificantBits() * 10 + which),
                random.nextInt(100),
                YESTERDAY.minus(which * 50L, ChronoUnit.DAYS),
                random.nextInt(5) == 0 ? "cancelled" : "paid",
                String.valueOf(60 + random.nextInt(60)),
                String.valueOf(random.nextInt(60)));
          }
          case 2 -> {
            int which = random.nextInt(4);
            ledger.take(
                merchant,
                List.of(
                    Facts.freeReturn(
                        buyer,
                        new UUID(seed, buyer.getLeastSignificantBits() * 10 + 6 + which),
                        random.nextInt(100),
                        YESTERDAY.minus(which * 70L, ChronoUnit.DAYS),
                        String.valueOf(random.nextInt(40)),
                        random.nextInt(3) == 0)));
          }
          case 3 -> {
            map(OTHER, random.nextBoolean() ? OTHER : Facts.BUYER, epoch, epoch);
            epoch++;
          }
          case 4 -> post("/v1/redemptions", body(CUSTOMER, 1 + random.nextInt(60)));
          default -> {
            ValidatableResponse hold = post("/v1/holds", body(CUSTOMER, 1 + random.nextInt(60)));
            if (hold.extract().statusCode() == 201 && random.nextBoolean()) {
              String id = hold.extract().path("id");
              post("/v1/holds/" + id + (random.nextBoolean() ? "/capture" : "/release"), "")
                  .statusCode(200);
            }
          }
        }
      }
      assertThat(Replays.drift(merchant)).as("seed %d", seed).isZero();
      assertThat(
              ledger.number(
                  merchant,
                  """
                  select count(*) from account a where a.held <> (
                    select coalesce(sum(p.points), 0) from spend_part p
                    where p.identity_id = a.identity_id and p.use = 'held')"""))
          .as("seed %d", seed)
          .isZero();
    }
  }

  @Test
  void pointsPayForAPartOfAnOrderByWhatTheyAreWorth() {
    UUID other = TestTenants.create();
    merchant = other;
    ledger.run(
        other,
        """
        {"key": "club", "currencies": {"EUR": {"earn": "1", "burn": "0.03"}},
         "rules": [{"key": "base", "points": {"type": "rate"}}], "rounding": "floor"}""");
    order(Facts.BUYER, new UUID(7, 1), 1, YESTERDAY, "paid", "100", "0");
    post("/v1/redemptions", worth("1", "EUR"))
        .statusCode(201)
        .body("points", equalTo(34))
        .body("worth.amount", equalTo("1"))
        .body("worth.currency", equalTo("EUR"));
    balance(66, 0);
    post("/v1/redemptions", worth("1.98", "EUR")).statusCode(201).body("points", equalTo(66));
    post("/v1/holds", worth("1", "SEK"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/worth"));
    post("/v1/holds", worth("0", "EUR"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/worth/amount"));
    post("/v1/holds", "{\"customerId\": \"%s\"}".formatted(CUSTOMER))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/points"));
  }

  @Test
  void badInputIsRefusedWithItsCode() {
    post("/v1/redemptions", body("cus_" + UUID.randomUUID(), 1))
        .statusCode(404)
        .body("code", equalTo("member-not-found"));
    post("/v1/redemptions", body(CUSTOMER, 0))
        .statusCode(422)
        .body("code", equalTo("validation-failed"));
    post("/v1/redemptions", body("ord_" + UUID.randomUUID(), 1))
        .statusCode(422)
        .body("code", equalTo("invalid-id"));
    post(
            "/v1/holds",
            "{\"customerId\": \"%s\", \"points\": 1, \"programme\": \"none\"}".formatted(CUSTOMER))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/programme"));
    post("/v1/holds/hld_" + UUID.randomUUID() + "/capture", "")
        .statusCode(404)
        .body("code", equalTo("hold-not-found"));
    post("/v1/redemptions/red_" + UUID.randomUUID() + "/return", "")
        .statusCode(404)
        .body("code", equalTo("redemption-not-found"));
  }

  private void order(
      UUID buyer,
      UUID id,
      long revision,
      Instant placedAt,
      String status,
      String total,
      String returned) {
    ledger.take(
        merchant, List.of(Facts.order(buyer, id, revision, placedAt, status, total, returned)));
  }

  /** Since so many minutes after a moment three days ago. */
  private void map(UUID identity, UUID customer, int epoch, long minutes) {
    long since = ChronoUnit.MICROS.between(Instant.EPOCH, YESTERDAY.minus(2, ChronoUnit.DAYS));
    long revision = since + Duration.ofMinutes(minutes).toNanos() / 1_000;
    tenant.run(
        merchant,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () ->
                        identities.take(
                            List.of(new IdentityMapped(identity, customer, epoch, revision)))));
  }

  private void balance(int available, int held) {
    get("/v1/members/" + CUSTOMER)
        .body("balance.available", equalTo(available))
        .body("balance.held", equalTo(held));
  }

  private static String worth(String amount, String currency) {
    return "{\"customerId\": \"%s\", \"worth\": {\"amount\": \"%s\", \"currency\": \"%s\"}}"
        .formatted(CUSTOMER, amount, currency);
  }

  private static String body(String customer, int points) {
    return "{\"customerId\": \"%s\", \"points\": %d}".formatted(customer, points);
  }

  private ValidatableResponse post(String path, String body) {
    RequestSpecification request =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "loyalty:write"))
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return (body.isEmpty() ? request : request.contentType("application/json").body(body))
        .post(path)
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
