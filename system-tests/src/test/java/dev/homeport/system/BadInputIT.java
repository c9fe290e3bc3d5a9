package dev.homeport.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a request, the answer says so in the one form of all problems. */
class BadInputIT {
  private static final String ORDER =
      """
      {"channel": "shop-de", "externalId": "%s", "placedAt": "2026-11-01T10:00:00Z",
       "currency": "EUR", "buyer": {"externalId": "b-1", "country": "DE"},
       "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "5"}]}""";

  private static Merchant merchant;

  @BeforeAll
  static void start() {
    merchant = Homeport.merchant("EUR", "Europe/Berlin");
  }

  @Test
  void brokenJson() {
    problem(merchant.post("/v1/orders", "{\"channel\": "), 400, "malformed-json");
  }

  @Test
  void anUnknownField() {
    problem(
            merchant.post(
                "/v1/orders", order("u1").replace("{\"channel\"", "{\"colour\":1,\"channel\"")),
            422,
            "unknown-field")
        .body("errors.pointer", hasItem("/colour"));
  }

  @Test
  void aCurrencyThatDoesNotExist() {
    problem(merchant.post("/v1/orders", order("u2").replace("EUR", "EUX")), 422, "unknown-currency")
        .body("errors.pointer", hasItem("/currency"));
  }

  @Test
  void aNegativeQuantity() {
    problem(
            merchant.post("/v1/orders", order("u3").replace("\"1\"", "\"-1\"")),
            422,
            "validation-failed")
        .body("errors.pointer", hasItem("/lines/0/quantity"));
  }

  @Test
  void aBodyOfTwoMebibytes() {
    String body = order("u4").replace("\"A\"", "\"" + "A".repeat(2 << 20) + "\"");
    problem(merchant.post("/v1/orders", body), 413, "body-too-large");
  }

  @Test
  void noToken() {
    Response answer =
        given()
            .baseUri(Homeport.gateway())
            .contentType("application/json")
            .body(order("u5"))
            .post("/v1/orders");
    problem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void aTokenForAnotherAudience() {
    Response answer =
        given()
            .baseUri(Homeport.gateway())
            .auth()
            .oauth2(
                Homeport.clientToken("homeport-wrong-audience", "local-only-wrong-audience-secret"))
            .get("/v1/orders");
    problem(answer, 401, "unauthenticated");
  }

  @Test
  void anotherBodyUnderTheSameKey() {
    keyed("k1", order("u6")).then().statusCode(201);
    keyed("k1", order("u6")).then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
    problem(keyed("k1", order("u7")), 422, "idempotency-key-reused");
  }

  @Test
  void aMissingKey() {
    Response answer =
        merchant.request().contentType("application/json").body(order("u8")).post("/v1/orders");
    problem(answer, 400, "idempotency-key-required");
  }

  @Test
  void aPathAndAMethodThatDoNotExist() {
    problem(merchant.get("/v1/nothing"), 404, "not-found");
    problem(merchant.request().delete("/v1/orders"), 405, "method-not-allowed");
    problem(merchant.get("/v1/orders?colour=blue"), 400, "unknown-parameter");
    problem(
        merchant
            .request()
            .header("Idempotency-Key", UUID.randomUUID())
            .contentType("text/plain")
            .body("x")
            .post("/v1/orders"),
        415,
        "unsupported-media-type");
  }

  @Test
  void aBadLineInTheMiddleOfAnImportStopsNothing() throws IOException {
    String lines =
        compact(order("i1"))
            + "\n{\"channel\": broken\n"
            + compact(order("i2").replace("\"1\"", "\"-1\""))
            + "\n"
            + compact(order("i3"))
            + "\n";

    Response job = merchant.awaitJob(merchant.submitImport("/v1/order-imports", gzip(lines)));

    job.then()
        .body("status", equalTo("succeeded"))
        .body("processed", equalTo(4))
        .body("succeeded", equalTo(2))
        .body("failed", equalTo(2));
    String errors = merchant.get(job.path("errors.href")).asString();
    assertThat(errors.lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"line\":2", "malformed-json"))
        .anySatisfy(line -> assertThat(line).contains("\"line\":3", "/lines/0/quantity"));
    merchant.get("/v1/orders?channel=shop-de&externalId=i3").then().statusCode(200);
  }

  private static ValidatableResponse problem(Response answer, int status, String code) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("title", not(emptyOrNullString()))
        .body("type", matchesPattern("https://.*/" + code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  private static Response keyed(String key, String body) {
    return merchant
        .request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/v1/orders");
  }

  private static String order(String externalId) {
    return ORDER.formatted(externalId);
  }

  private static String compact(String json) {
    return json.replace("\n", "");
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
