package dev.homeport.order.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OrderPlacementTest {
  private final Shop shop = Shop.open();

  @Test
  void anOrderIsAcceptedAndCanBeRead() {
    Response accepted = shop.post("/v1/orders", Bodies.order("1"));

    accepted
        .then()
        .statusCode(201)
        .header("Location", matchesPattern("(https?://[^/]+)?/v1/orders/ord_[0-9a-f-]{36}"))
        .header("ETag", "\"1\"")
        .body("total.amount", equalTo("5"))
        .body("total.currency", equalTo("EUR"))
        .body("status", equalTo("paid"))
        .body("conversion", equalTo("done"))
        .body("reporting.total.amount", equalTo("5"));
    shop.get("/v1/orders/" + accepted.path("id"))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("externalId", equalTo("1"))
        .body("lines", hasSize(1));
    assertThat(shop.get("/v1/orders/" + accepted.path("id")).asString())
        .isEqualTo(accepted.asString());
  }

  @Test
  void theDocumentedExampleIsAnsweredAsDocumented() {
    shop.post("/v1/orders", Examples.ORDER)
        .then()
        .statusCode(201)
        .body("total.amount", equalTo("19.98"))
        .body("attribution.costClass", equalTo("paid"))
        .body("lines[0].kind", equalTo("product"));
    shop.post("/v1/returns", Examples.RETURN)
        .then()
        .statusCode(201)
        .body("amount.amount", equalTo("27.5"));
    shop.post("/v1/orders/batch", Examples.BATCH.replace("1001", "1002"))
        .then()
        .statusCode(207)
        .body("items[0].status", equalTo(201));
  }

  @Test
  void theSameKeyIsAnsweredAgainAndNotReusedForAnotherBody() {
    String first = shop.post("/v1/orders", "k", Bodies.order("1")).asString();

    Response again = shop.post("/v1/orders", "k", Bodies.order("1"));

    again.then().statusCode(201).header("Idempotent-Replayed", "true").body(equalTo(first));
    shop.post("/v1/orders", "k", Bodies.order("2"))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    shop.request()
        .contentType("application/json")
        .body(Bodies.order("3"))
        .post("/v1/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
  }

  @Test
  void aKnownOrderIsFoundByItsNaturalKey() {
    String id = shop.post("/v1/orders", Bodies.order("1")).path("id");

    shop.post("/v1/orders", Bodies.order("1").replace("2.50", "2.5"))
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("version", equalTo(1));
    shop.get("/v1/orders?channel=shop-de&externalId=1").then().body("items.id", hasItem(id));
  }

  @Test
  void laterContentReplacesEarlierIsIgnoredAndTheSameInstantConflicts() {
    String id = shop.post("/v1/orders", Bodies.order("1")).path("id");

    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("id", equalTo(id))
        .body("total.amount", equalTo("7.5"));
    shop.post("/v1/orders", Bodies.revision("1", "4", "2026-11-01T11:00:00Z"))
        .then()
        .statusCode(200)
        .body("total.amount", equalTo("7.5"));
    shop.post("/v1/orders", Bodies.revision("1", "4", "2026-11-01T12:00:00Z"))
        .then()
        .statusCode(409)
        .body("code", equalTo("order-conflict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"quantity\": \"2\"|\"quantity\": \"-2\"|/lines/0/quantity",
        "\"quantity\": \"2\"|\"quantity\": \"0\"|/lines/0/quantity",
        "\"quantity\": \"2\"|\"quantity\": \"0.0001\"|/lines/0/quantity",
        "\"unitPrice\": \"2.50\"|\"unitPrice\": \"-1\"|/lines/0/unitPrice",
        "\"unitPrice\": \"2.50\"|\"unitPrice\": \"0.0000001\"|/lines/0/unitPrice",
        "\"country\": \"DE\"|\"country\": \"Germany\"|/buyer/country",
        "\"channel\": \"shop-de\"|\"channel\": \"Shop DE\"|/channel",
        "2026-11-01T10|2126-11-01T10|/placedAt",
        "\"sku\": \"MUG\"|\"sku\": \"M\\u0000G\"|/lines/0/sku"
      })
  void whatIsWrongIsNamedByItsPlace(String good, String bad, String pointer) {
    String body = Bodies.order("1");
    assertThat(body).contains(good);

    shop.post("/v1/orders", body.replace(good, bad))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void aQuantityMayBeAWholeNumberAndAPriceMayNot() {
    shop.post("/v1/orders", Bodies.order("1").replace("\"2\"", "2")).then().statusCode(201);
    shop.post("/v1/orders", Bodies.order("2").replace("\"2.50\"", "2.50"))
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid-value"))
        .body("errors.pointer", hasItem("/lines/0/unitPrice"));
  }

  private static String lines(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                "{\"lineNo\": %d, \"sku\": \"%s\", \"quantity\": \"0.001\", \"unitPrice\": \"0\"}"
                    .formatted(i, i % 2 == 0 ? "mug" : "MUG"))
        .collect(java.util.stream.Collectors.joining(",", "\"lines\": [", "]"));
  }

  private static String withLines(String number, int count) {
    String body = Bodies.order(number);
    return body.substring(0, body.indexOf("\"lines\"")) + lines(count) + "}";
  }

  @Test
  void anOrderHasAThousandLinesAtMostAndMayCostNothing() {
    shop.post("/v1/orders", withLines("1", 1000))
        .then()
        .statusCode(201)
        .body("total.amount", equalTo("0"))
        .body("lines", hasSize(1000))
        .body("lines[0].sku", equalTo("MUG"))
        .body("lines[1].sku", equalTo("mug"));
    shop.post("/v1/orders", withLines("2", 1001))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/lines"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"source\": \"app\"',201",
    "'\"source\": \"\"',201",
    "'\"source\": null',422",
    "'\"source\": 7',422",
    "'\"\": \"x\"',422",
    "'\"a\\u0000\": \"x\"',422"
  })
  void attributesAreShortTexts(String attribute, int status) {
    String body =
        Bodies.order("1").replace("\"lines\"", "\"attributes\": {" + attribute + "}, \"lines\"");
    shop.post("/v1/orders", body).then().statusCode(status);
  }

  @Test
  void aGuestIsKnownByTheMailAddressElseThePhoneElseTheOrder() {
    String guest = Bodies.order("1").replace("\"externalId\": \"b-1\", ", "");
    String phone = guest.replace("\"email\": \"Ana@Example.com\"", "\"phone\": \"+49 (30) 90\"");
    String nothing = guest.replace("\"email\": \"Ana@Example.com\", ", "");
    String byPhone = identity(phone.replace("\"1\"", "\"2\""));
    assertThat(identity(phone.replace("\"1\"", "\"3\"").replace("+49 (30) 90", "+493090")))
        .isEqualTo(byPhone)
        .isNotEqualTo(identity(guest));
    assertThat(identity(nothing.replace("\"1\"", "\"4\"")))
        .isNotEqualTo(identity(nothing.replace("\"1\"", "\"5\"")));
  }

  private String identity(String order) {
    return shop.post("/v1/orders", order).path("identityId");
  }

  @Test
  void nobodyElseSeesTheOrder() {
    String id = shop.post("/v1/orders", Bodies.order("1")).path("id");
    Shop other = Shop.open();

    other.get("/v1/orders/" + id).then().statusCode(404).body("code", equalTo("not-found"));
    other.get("/v1/orders").then().statusCode(200).body("items", hasSize(0));
    other.post("/v1/orders", Bodies.order("1")).then().statusCode(201);
  }

  @Test
  void aTokenIsNeededAndItsScopeCounts() {
    RestAssured.given()
        .contentType("application/json")
        .body(Bodies.order("1"))
        .post("/v1/orders")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.token(shop.tenant(), "orders:read"))
        .contentType("application/json")
        .body(Bodies.order("1"))
        .post("/v1/orders")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void ordersThatArriveTogetherAreDecidedEachForItself() throws Exception {
    shop.post("/v1/orders", Bodies.order("0")).then().statusCode(201);
    List<Future<Response>> answers = new ArrayList<>();
    try (var callers = Executors.newFixedThreadPool(40)) {
      for (int i = 0; i < 200; i++) {
        String number = i % 20 == 0 ? "0" : "n-" + i / 2;
        String body =
            number.equals("0")
                ? Bodies.order(number).replace("2.50", "2." + (10 + i / 20))
                : Bodies.order(number);
        answers.add(callers.submit(() -> shop.post("/v1/orders", body)));
      }
    }
    int created = 0;
    for (int i = 0; i < answers.size(); i++) {
      int status = answers.get(i).get().statusCode();
      created += status == 201 ? 1 : 0;
      assertThat(status).isIn(i % 20 == 0 ? List.of(409) : List.of(200, 201));
    }
    assertThat(created).isEqualTo(100);
    assertThat(answers.getLast().get().jsonPath().getString("id"))
        .satisfies(id -> assertThat(id).isNotNull());
    shop.get("/v1/order-summary?by=channel")
        .then()
        .body("total.orders", equalTo(101))
        .body("items[0].key", notNullValue());
  }
}
