package dev.homeport.loyalty.grant.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.replay.Replays;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class GrantsTest {
  private static final String CUSTOMER = "cus_" + Facts.BUYER;

  @Inject LedgerFixture ledger;

  private UUID merchant;

  @BeforeEach
  void aMemberWithAHundredPointsForAYear() {
    merchant = TestTenants.create();
    ledger.run(
        merchant,
        Programmes.document("unlimited", Programmes.YEAR)
            .replaceFirst("\\{", "{\"graceDays\": 30, "));
    Instant placed = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    ledger.take(
        merchant, List.of(Facts.order(Facts.BUYER, new UUID(7, 1), 1, placed, "paid", "100", "0")));
  }

  @Test
  void whatSomebodyGivesIsThereWithItsReason() {
    String id =
        post("/v1/grants", grant(200, ""))
            .statusCode(201)
            .body("customerId", equalTo(CUSTOMER))
            .body("programme", equalTo("points"))
            .extract()
            .path("id");
    balance(300);
    get("/v1/grants/" + id).body("reason", equalTo("a late parcel")).body("points", equalTo(200));
    get("/v1/members/" + CUSTOMER + "/entries?limit=1")
        .body("items[0].cause.type", equalTo("grant"))
        .body("items[0].cause.id", equalTo(id));
    assertThat(ledger.number(merchant, "select sum(points) from entry where account = 'adjusted'"))
        .isEqualTo(-200);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void badInputIsRefusedWithItsCode() {
    post("/v1/grants", grant(0, "")).statusCode(422);
    post("/v1/grants", grant(1, ", \"expiresAt\": \"2020-01-01T00:00:00Z\""))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/expiresAt"));
    post("/v1/grants", grant(1, ", \"programme\": \"none\""))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/programme"));
    post("/v1/grants", grant(1, "").replace(CUSTOMER, "cus_" + UUID.randomUUID()))
        .statusCode(404)
        .body("code", equalTo("member-not-found"));
  }

  @Test
  void pointsThatComeBackAfterTheirExpiryHaveAGrace() {
    String redemption =
        post("/v1/redemptions", "{\"customerId\": \"%s\", \"points\": 40}".formatted(CUSTOMER))
            .statusCode(201)
            .extract()
            .path("id");
    TestTenants.clockAhead(merchant, Duration.ofDays(400));
    post("/v1/redemptions/" + redemption + "/return", "").statusCode(200);
    balance(40);
    get("/v1/members/" + CUSTOMER + "/entries?limit=1")
        .body("items[0].cause.id", startsWith("grt_"));
    get("/v1/members/" + CUSTOMER + "/lots").body("items.rule", hasItem("grant-1"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  private static String grant(int points, String more) {
    return "{\"customerId\": \"%s\", \"points\": %d, \"reason\": \"a late parcel\"%s}"
        .formatted(CUSTOMER, points, more);
  }

  private void balance(int available) {
    get("/v1/members/" + CUSTOMER).body("balance.available", equalTo(available));
  }

  private ValidatableResponse post(String path, String body) {
    RequestSpecification request =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "loyalty:read loyalty:write"))
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
