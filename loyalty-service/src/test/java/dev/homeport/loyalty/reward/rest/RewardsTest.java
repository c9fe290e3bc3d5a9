package dev.homeport.loyalty.reward.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class RewardsTest {
  private static final String CUSTOMER = "cus_" + Facts.BUYER;
  private static final String MEMBER = "{\"customerId\": \"%s\"}".formatted(CUSTOMER);

  @Inject LedgerFixture ledger;

  private UUID merchant;

  @BeforeEach
  void aMemberWithAHundredPoints() {
    merchant = TestTenants.create();
    ledger.run(merchant, Programmes.document("unlimited", Programmes.YEAR));
    Instant placed = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    ledger.take(
        merchant, List.of(Facts.order(Facts.BUYER, new UUID(7, 1), 1, placed, "paid", "100", "0")));
  }

  @Test
  void aRewardIsPaidForWithPointsAndUsedOnce() {
    String reward = reward("five-off", 40, "");
    String code =
        post("/v1/rewards/" + reward + "/vouchers", MEMBER)
            .statusCode(201)
            .body("state", equalTo("valid"))
            .body("code", matchesPattern("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}"))
            .body("benefit.amount", equalTo("5"))
            .extract()
            .path("code");
    balance(60);
    post("/v1/vouchers/validation", code(code.toLowerCase(Locale.ROOT)))
        .statusCode(200)
        .body("state", equalTo("valid"));
    post("/v1/vouchers/redemption", code(code))
        .statusCode(200)
        .body("state", equalTo("redeemed"))
        .body("endedAt", notNullValue());
    post("/v1/vouchers/redemption", code(code))
        .statusCode(409)
        .body("code", equalTo("voucher-over"));
    get("/v1/members/" + CUSTOMER + "/vouchers").body("items.code", hasItem(code));
    get("/v1/members/" + CUSTOMER + "/redemptions").body("items.reference", hasItem("five-off"));
    post("/v1/vouchers/validation", code(code)).statusCode(200).body("state", equalTo("redeemed"));
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whatAPartnerPaysForIsKeptWithEachVoucher() {
    String reward =
        reward("tea", 10, ", \"funding\": {\"partner\": \"Tea\", \"percent\": \"37.5\"}");
    get("/v1/rewards/" + reward).body("funding.percent", equalTo("37.5"));
    get("/v1/rewards").body("items.funding.partner", hasItem("Tea"));
    ValidatableResponse bought =
        post("/v1/rewards/" + reward + "/vouchers", MEMBER)
            .statusCode(201)
            .body("funding.partner", equalTo("Tea"))
            .body("funding.percent", equalTo("37.5"));
    String voucher = bought.extract().path("id");
    ledger.execute(merchant, "update reward set partner = 'Coffee', partner_percent = 100");
    get("/v1/vouchers/" + voucher).body("funding.partner", equalTo("Tea"));
    get("/v1/members/" + CUSTOMER + "/vouchers").body("items.funding.partner", hasItem("Tea"));
    post("/v1/vouchers/redemption", code(bought.extract().path("code")))
        .statusCode(200)
        .body("funding.percent", equalTo("37.5"));
    String own = reward("own", 10, "");
    post("/v1/rewards/" + own + "/vouchers", MEMBER).statusCode(201).body("funding", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"partner\": \"Tea\", \"percent\": \"0\"} | /funding/percent",
        "{\"partner\": \"Tea\", \"percent\": \"100.01\"} | /funding/percent",
        "{\"partner\": \" \", \"percent\": \"10\"} | /funding/partner",
        "{\"partner\": \"Tea\"} | /funding/percent"
      })
  void aPartnerPaysForAPartThatThereIs(String funding, String pointer) {
    post(
            "/v1/rewards",
            """
            {"key": "tea", "name": "Tea", "points": 10, "benefit": {"type": "free-shipping"},
             "funding": %s}"""
                .formatted(funding))
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void aVoucherThatIsVoidGivesItsPointsBack() {
    String reward = reward("five-off", 40, ", \"stock\": 1");
    ValidatableResponse bought =
        post("/v1/rewards/" + reward + "/vouchers", MEMBER).statusCode(201);
    String redemption = bought.extract().path("redemptionId");
    String voucher = bought.extract().path("id");
    post("/v1/rewards/" + reward + "/vouchers", MEMBER)
        .statusCode(409)
        .body("code", equalTo("reward-sold-out"));
    balance(60);
    post("/v1/redemptions/" + redemption + "/return", "")
        .statusCode(409)
        .body("code", equalTo("redemption-closed"));
    post("/v1/vouchers/" + voucher + "/void", "").statusCode(200).body("state", equalTo("void"));
    balance(100);
    get("/v1/redemptions/" + redemption).body("state", equalTo("given-back"));
    get("/v1/rewards/" + reward).body("left", equalTo(1));
    post("/v1/vouchers/" + voucher + "/void", "").statusCode(409);
    assertThat(Replays.drift(merchant)).isZero();
  }

  @Test
  void whoeverIsRefusedKeepsTheirPoints() {
    String reward = reward("once", 30, ", \"perMember\": 1");
    post("/v1/rewards/" + reward + "/vouchers", MEMBER).statusCode(201);
    post("/v1/rewards/" + reward + "/vouchers", MEMBER)
        .statusCode(409)
        .body("code", equalTo("reward-limit-reached"));
    balance(70);
    String dear = reward("dear", 71, "");
    post("/v1/rewards/" + dear + "/vouchers", MEMBER)
        .statusCode(409)
        .body("code", equalTo("not-enough-points"));
    post("/v1/rewards/" + dear + "/withdrawal", "").statusCode(200);
    post("/v1/rewards/" + dear + "/vouchers", MEMBER)
        .statusCode(409)
        .body("code", equalTo("reward-withdrawn"));
    balance(70);
    get("/v1/rewards").body("items.key", hasItem("dear"));
  }

  @Test
  void aVoucherIsOverWhenItsTimeIs() {
    String reward = reward("short", 10, ", \"validDays\": 2");
    String code =
        post("/v1/rewards/" + reward + "/vouchers", MEMBER).statusCode(201).extract().path("code");
    TestTenants.clockAhead(merchant, Duration.ofDays(3));
    post("/v1/vouchers/validation", code(code)).statusCode(200).body("state", equalTo("expired"));
    post("/v1/vouchers/redemption", code(code)).statusCode(409);
  }

  @Test
  void howeverManyTryAtOnceACodeIsUsedOnceAndAStockIsKept() throws Exception {
    String reward = reward("few", 1, ", \"stock\": 5");
    List<Integer> bought =
        atOnce(
            20, () -> post("/v1/rewards/" + reward + "/vouchers", MEMBER).extract().statusCode());
    assertThat(bought).filteredOn(status -> status == 201).hasSize(5);
    assertThat(bought).filteredOn(status -> status == 409).hasSize(15);
    balance(95);

    String other = reward("other", 1, "");
    String code =
        post("/v1/rewards/" + other + "/vouchers", MEMBER).statusCode(201).extract().path("code");
    List<Integer> used =
        atOnce(20, () -> post("/v1/vouchers/redemption", code(code)).extract().statusCode());
    assertThat(used).filteredOn(status -> status == 200).hasSize(1);
    assertThat(used).filteredOn(status -> status == 409).hasSize(19);
  }

  @Test
  void whatHasAPriceInAMarketIsHadAndUsedThere() {
    String reward =
        post(
                "/v1/rewards",
                body("local", 1, ", \"prices\": [{\"market\": \"DE\", \"points\": 30}]")
                    .replace("\"points\": 1,", ""))
            .statusCode(201)
            .body("prices[0].points", equalTo(30))
            .extract()
            .path("id");
    String path = "/v1/rewards/" + reward + "/vouchers";
    post(path, MEMBER).statusCode(409).body("code", equalTo("reward-not-in-market"));
    post(path, MEMBER.replace("}", ", \"market\": \"JP\"}")).statusCode(409);
    String code =
        post(path, MEMBER.replace("}", ", \"market\": \"DE\"}"))
            .statusCode(201)
            .body("market", equalTo("DE"))
            .extract()
            .path("code");
    balance(70);
    post("/v1/vouchers/redemption", code(code))
        .statusCode(409)
        .body("code", equalTo("voucher-elsewhere"));
    post("/v1/vouchers/redemption", code(code).replace("}", ", \"market\": \"DE\"}"))
        .statusCode(200);
  }

  @Test
  void aVoucherOfSeveralUsesIsUsedUpOneByOne() {
    String reward = reward("three", 10, ", \"uses\": 3");
    ValidatableResponse bought = post("/v1/rewards/" + reward + "/vouchers", MEMBER);
    String code = bought.extract().path("code");
    for (int left = 2; left > 0; left--) {
      post("/v1/vouchers/redemption", code(code))
          .statusCode(200)
          .body("state", equalTo("valid"))
          .body("usesLeft", equalTo(left));
    }
    post("/v1/vouchers/redemption", code(code).replace("}", ", \"reference\": \"last\"}"))
        .statusCode(200)
        .body("state", equalTo("redeemed"))
        .body("usages", hasSize(3))
        .body("usages[2].reference", equalTo("last"));
    post("/v1/vouchers/redemption", code(code)).statusCode(409);

    ValidatableResponse second = post("/v1/rewards/" + reward + "/vouchers", MEMBER);
    post("/v1/vouchers/redemption", code(second.extract().path("code"))).statusCode(200);
    post("/v1/vouchers/" + second.extract().path("id") + "/void", "").statusCode(200);
    balance(80);
  }

  @Test
  void aRewardIsForThoseOfWhomItsConditionHolds() {
    String one = reward("one", 10, ", \"when\": \"member.orders >= 1\"");
    String many = reward("many", 10, ", \"when\": \"member.orders >= 2 && member.tier == ''\"");
    post("/v1/rewards/" + one + "/vouchers", MEMBER).statusCode(201);
    post("/v1/rewards/" + many + "/vouchers", MEMBER)
        .statusCode(409)
        .body("code", equalTo("reward-not-for-member"))
        .body("detail", containsString("member.orders=1"));
    balance(90);
    post("/v1/rewards", body("faulty", 1, ", \"when\": \"order.amount > 5\""))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/when"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'amount-off', 'amount': '5'}|/benefit/currency",
        "{'type': 'amount-off', 'amount': '0', 'currency': 'EUR'}|/benefit/amount",
        "{'type': 'amount-off', 'amount': '5', 'currency': 'XYZ'}|/benefit/currency",
        "{'type': 'percent-off', 'percent': '100.5'}|/benefit/percent",
        "{'type': 'percent-off', 'percent': '10', 'sku': 'A'}|/benefit/sku",
        "{'type': 'free-shipping', 'text': 'A'}|/benefit/text",
        "{'type': 'product'}|/benefit/sku"
      },
      quoteCharacter = '"')
  void aBenefitSaysWhatItsTypeNeedsAndNothingElse(String benefit, String pointer) {
    post(
            "/v1/rewards",
            "{\"key\": \"a\", \"name\": \"A\", \"points\": 1, \"benefit\": %s}"
                .formatted(benefit.replace('\'', '"')))
        .statusCode(422)
        .body("code", equalTo("validation-failed"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void badInputIsRefusedWithItsCode() {
    reward("five-off", 40, "");
    post("/v1/rewards", body("five-off", 40, ""))
        .statusCode(409)
        .body("code", equalTo("reward-exists"));
    post("/v1/rewards/rwd_" + UUID.randomUUID() + "/vouchers", MEMBER)
        .statusCode(404)
        .body("code", equalTo("reward-not-found"));
    post("/v1/vouchers/redemption", code("7QKD-XM3P-WV6Z-2HRT"))
        .statusCode(404)
        .body("code", equalTo("voucher-not-found"));
    post("/v1/vouchers/validation", code("no code"))
        .statusCode(404)
        .body("code", equalTo("voucher-not-found"));
  }

  private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < times; i++) {
        answers.add(threads.submit(call));
      }
      var statuses = new ArrayList<Integer>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }

  private String reward(String key, int points, String more) {
    return post("/v1/rewards", body(key, points, more)).statusCode(201).extract().path("id");
  }

  private static String body(String key, int points, String more) {
    return """
        {"key": "%s", "name": "5 EUR off", "points": %d,
         "benefit": {"type": "amount-off", "amount": "5", "currency": "EUR"}%s}"""
        .formatted(key, points, more);
  }

  private static String code(String code) {
    return "{\"code\": \"%s\"}".formatted(code);
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
