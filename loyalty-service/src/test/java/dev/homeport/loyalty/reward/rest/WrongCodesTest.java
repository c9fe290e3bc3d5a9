package dev.homeport.loyalty.reward.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.loyalty.reward.VoucherCode;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes that somebody makes up. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class WrongCodesTest {
  private static final String MEMBER = "{\"customerId\": \"cus_%s\"}".formatted(Facts.BUYER);

  @Inject LedgerFixture ledger;

  @ConfigProperty(name = "homeport.loyalty.codes.wrong-per-minute", defaultValue = "60")
  int most;

  private UUID merchant;
  private String good;

  @BeforeEach
  void aMemberWithAVoucher() {
    merchant = TestTenants.create();
    ledger.run(merchant, Programmes.document("unlimited", Programmes.YEAR));
    Instant placed = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    ledger.take(
        merchant, List.of(Facts.order(Facts.BUYER, new UUID(7, 1), 1, placed, "paid", "100", "0")));
    String reward =
        post(
                "shop",
                "/v1/rewards",
                """
                {"key": "ship", "name": "Free shipping", "points": 10, "uses": 5,
                 "benefit": {"type": "free-shipping"}}""")
            .statusCode(201)
            .extract()
            .path("id");
    good =
        post("shop", "/v1/rewards/" + reward + "/vouchers", MEMBER)
            .statusCode(201)
            .extract()
            .path("code");
  }

  @Test
  void whoeverTriesTooManyHasToWaitAndNobodyElse() {
    for (int i = 0; i < most - 1; i++) {
      code("guesser", "/v1/vouchers/validation", VoucherCode.next()).statusCode(404);
    }
    code("guesser", "/v1/vouchers/validation", good).statusCode(200);

    ValidatableResponse refused = untilRefused();
    refused.body("code", equalTo("too-many-wrong-codes"));
    assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 60);
    assertThat(tried()).isGreaterThanOrEqualTo(most);
  }

  @Test
  void alsoGoodCodesAndOtherWaysAreRefusedThen() {
    untilRefused();
    guessedInThisMinute();
    code("guesser", "/v1/vouchers/validation", good).statusCode(429);
    guessedInThisMinute();
    code("guesser", "/v1/vouchers/redemption", good).statusCode(429);
    code("shop", "/v1/vouchers/validation", good).statusCode(200);
    code("shop", "/v1/vouchers/redemption", good).statusCode(200);
    code("shop", "/v1/vouchers/redemption", "no code").statusCode(404);

    merchant = TestTenants.create();
    code("guesser", "/v1/vouchers/validation", VoucherCode.next()).statusCode(404);
  }

  /** What was wrong is counted although its transaction is undone, and forgotten a minute later. */
  @Test
  void aMinuteLaterOneMayTryAgain() {
    untilRefused();
    ledger.execute(merchant, "update voucher_guess set minute = minute - interval '1 minute'");
    code("guesser", "/v1/vouchers/redemption", VoucherCode.next()).statusCode(404);
    assertThat(tried()).isEqualTo(1);
  }

  /** In whatever minute that is: the count begins anew when one begins. */
  private ValidatableResponse untilRefused() {
    for (int i = 0; i <= 2 * most; i++) {
      ValidatableResponse answer = code("guesser", "/v1/vouchers/redemption", VoucherCode.next());
      if (answer.extract().statusCode() == 429) {
        return answer;
      }
      answer.statusCode(404);
    }
    throw new AssertionError("never refused");
  }

  /** Also where another has just begun. */
  private void guessedInThisMinute() {
    ledger.execute(merchant, "update voucher_guess set minute = date_trunc('minute', now())");
  }

  private long tried() {
    return ledger.number(merchant, "select wrong from voucher_guess where client = 'guesser'");
  }

  private ValidatableResponse code(String client, String path, String code) {
    return post(client, path, "{\"code\": \"%s\"}".formatted(code));
  }

  private ValidatableResponse post(String client, String path, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.tokenOfClient(client, merchant, "loyalty:read loyalty:write"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(body)
        .post(path)
        .then();
  }
}
