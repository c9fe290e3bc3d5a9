package dev.homeport.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A merchant tries out what time does, and begins anew. */
class SandboxIT {
  private static final String[] SERVICES = {
    "analytics-service", "customer-service", "loyalty-service", "order-service"
  };

  @Test
  void fourHundredDaysPassInEveryServiceAndWhatFallsDueHappensAtItsTime() {
    Merchant sandbox = Homeport.merchant("EUR", "Europe/Berlin");
    runYear(sandbox);
    Instant placedAt = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    String customer = buys(sandbox, "1", placedAt, 100);
    buys(sandbox, "2", placedAt.minus(90, ChronoUnit.DAYS), 20);
    await().until(() -> inYear(sandbox, customer) == 120);
    assertThat(recencyDays(sandbox, customer)).isEqualTo(1);

    Instant then = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    moveClock(sandbox, then)
        .then()
        .body("status", equalTo("succeeded"))
        .body("result.services", contains(SERVICES));

    JsonPath clock = sandbox.get("/v1/sandbox/clock").jsonPath();
    assertThat(Instant.parse(clock.getString("now"))).isBetween(then, then.plusSeconds(120));
    assertThat(recencyDays(sandbox, customer)).isEqualTo(401);
    assertThat(inYear(sandbox, customer)).isZero();
    JsonPath entries =
        sandbox.get("/v1/members/" + customer + "/entries?programme=year&limit=2").jsonPath();
    assertThat(entries.getList("items.points")).containsExactly(-100, -20);
    assertThat(Instant.parse(entries.getString("items[0].effectiveAt")))
        .isAfter(Instant.parse(entries.getString("items[1].effectiveAt")))
        .isBetween(placedAt.plus(364, ChronoUnit.DAYS), placedAt.plus(367, ChronoUnit.DAYS));
    buys(sandbox, "3", then.minus(1, ChronoUnit.DAYS), 7);
    await().until(() -> inYear(sandbox, customer) == 7);
    moveClock(sandbox, then.minus(1, ChronoUnit.HOURS))
        .then()
        .statusCode(422)
        .body("code", equalTo("clock-backwards"));
  }

  @Test
  void aLiveTenantRefusesToHaveItsTimeChangedOrToBeEmptied() {
    Merchant live = Homeport.liveMerchant();

    moveClock(live, Instant.now().plus(400, ChronoUnit.DAYS))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-a-sandbox"));
    reset(live).then().statusCode(409).body("code", equalTo("not-a-sandbox"));
  }

  @Test
  void anEmptiedSandboxHoldsNothingAndBeginsAnew() {
    Merchant sandbox = Homeport.merchant("EUR", "Europe/Berlin");
    Instant placedAt = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    String customer = buys(sandbox, "1", placedAt, 100);
    await().until(() -> available(sandbox, customer) == 100);
    moveClock(sandbox, Instant.now().plus(10, ChronoUnit.DAYS)).then().statusCode(200);

    reset(sandbox)
        .then()
        .statusCode(200)
        .body("emptied", contains(SERVICES))
        .body("pending", empty());

    for (String path : new String[] {"/v1/orders", "/v1/customers", "/v1/members"}) {
      sandbox.get(path).then().statusCode(200).body("items", empty());
    }
    sandbox.get("/v1/rfm/grid").then().body("customers", equalTo(0));
    JsonPath clock = sandbox.get("/v1/sandbox/clock").jsonPath();
    assertThat(Instant.parse(clock.getString("now"))).isBefore(Instant.now().plusSeconds(60));
    assertThat(buys(sandbox, "1", placedAt, 30)).isEqualTo(customer);
    await().until(() -> available(sandbox, customer) == 30);
    sandbox.get("/v1/orders").then().body("items", hasSize(1));
  }

  /** A programme in which points live for twelve months, from long ago on. */
  private static void runYear(Merchant merchant) {
    String programme =
        merchant
            .post(
                "/v1/programmes",
                """
                {"document": {"key": "year", "currencies": {"EUR": {"earn": "1"}},
                 "rules": [{"key": "base", "points": {"type": "rate"}}],
                 "expiry": {"type": "rolling", "months": 12}}}""")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String version = "/v1/programmes/" + programme + "/versions/1";
    merchant.post(version + "/review", "").then().statusCode(200);
    merchant
        .post(version + "/approval", Map.of("startsAt", "2000-01-01T00:00:00Z"))
        .then()
        .statusCode(200);
  }

  /** An order of that many euros by the one buyer of the story; returns the customer. */
  private static String buys(Merchant merchant, String number, Instant placedAt, int euros) {
    merchant
        .post(
            "/v1/orders",
            """
            {"channel": "shop-de", "externalId": "sand-%s", "placedAt": "%s", "currency": "EUR",
             "buyer": {"externalId": "b-1", "country": "DE"},
             "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "%d"}]}"""
                .formatted(number, placedAt, euros))
        .then()
        .statusCode(201);
    await().until(() -> merchant.get("/v1/identities/shop-de/b-1").statusCode() == 200);
    return merchant.get("/v1/identities/shop-de/b-1").path("id");
  }

  private static int inYear(Merchant merchant, String customer) {
    return points(merchant, customer + "?programme=year");
  }

  private static int available(Merchant merchant, String customer) {
    return points(merchant, customer);
  }

  private static int points(Merchant merchant, String member) {
    Response answer = merchant.get("/v1/members/" + member);
    return answer.statusCode() == 200 ? answer.path("balance.available") : 0;
  }

  private static int recencyDays(Merchant merchant, String customer) {
    String path = "/v1/customers/" + customer + "/rfm";
    await().until(() -> merchant.get(path).path("values.recencyDays") != null);
    return merchant.get(path).path("values.recencyDays");
  }

  /** The job when it has ended, or the refusal. */
  private static Response moveClock(Merchant merchant, Instant now) {
    Response accepted =
        merchant
            .request()
            .contentType("application/json")
            .body(Map.of("now", now.toString()))
            .put("/v1/sandbox/clock");
    return accepted.statusCode() == 202 ? merchant.awaitJob(accepted.header("Location")) : accepted;
  }

  private static Response reset(Merchant merchant) {
    return given()
        .baseUri(Homeport.gateway())
        .auth()
        .oauth2(Homeport.administrator())
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/v1/tenants/ten_" + merchant.tenant() + "/reset");
  }
}
