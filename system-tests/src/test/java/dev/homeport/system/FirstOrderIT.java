package dev.homeport.system;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** An order in; its customer, score, points and segments out. */
class FirstOrderIT {
  private static final String ORDER =
      """
      {"channel": "shop-de", "externalId": "1001", "placedAt": "2026-11-01T10:00:00Z",
       "currency": "EUR",
       "buyer": {"externalId": "anna-7", "email": "anna@example.com", "name": "Anna Schmidt",
                 "country": "DE"},
       "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99"}]}
      """;

  @Test
  void anOrderBecomesACustomerWithAScoreAndPoints() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");

    Response order = merchant.post("/v1/orders", ORDER);

    order.then().statusCode(201).body("total.amount", equalTo("19.98"));
    await().until(() -> customer(merchant).statusCode() == 200);
    customer(merchant).then().body("name.full", equalTo("Anna Schmidt"));
    String customerId = customer(merchant).path("id");
    await().until(() -> merchant.get("/v1/customers/" + customerId + "/rfm").statusCode() == 200);
    merchant
        .get("/v1/customers/" + customerId + "/rfm")
        .then()
        .body("values.frequency", equalTo(1))
        .body("values.monetary.amount", equalTo("19.98"))
        .body("group.key", notNullValue());
    await().until(() -> available(merchant, customerId) == 19);
  }

  @Test
  void pointsPutACustomerIntoASegmentAndTakeItOutAgain() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    merchant
        .request()
        .contentType("application/json")
        .body(
            """
            {"kind": "dynamic", "name": "Points to spend", "expression": "points.available >= 15"}""")
        .put("/v1/segments/points-to-spend")
        .then()
        .statusCode(201);

    String order = merchant.post("/v1/orders", ORDER.replace("1001", "1003")).path("id");
    await().until(() -> customer(merchant).statusCode() == 200);
    String customerId = customer(merchant).path("id");
    String members = "/v1/segments/points-to-spend/members";
    await()
        .untilAsserted(
            () -> merchant.get(members).then().body("items.customerId", contains(customerId)));

    merchant
        .post(
            "/v1/orders/" + order + "/returns",
            """
            {"externalId": "R1", "returnedAt": "2026-11-03T10:00:00Z", "amount": "9.99",
             "lines": [{"lineNo": 1, "quantity": "1"}]}""")
        .then()
        .statusCode(201);
    await().untilAsserted(() -> merchant.get(members).then().body("items", empty()));
  }

  @Test
  void theSameHoldsWithATokenInsteadOfAKey() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");

    merchant
        .requestWithToken()
        .header("Idempotency-Key", "first")
        .contentType("application/json")
        .body(ORDER)
        .post("/v1/orders")
        .then()
        .statusCode(201);
  }

  @Test
  void returnsTakeThePointsBack() {
    Merchant merchant = Homeport.merchant("EUR", "Europe/Berlin");
    String order = merchant.post("/v1/orders", ORDER.replace("1001", "1002")).path("id");
    await().until(() -> customer(merchant).statusCode() == 200);
    String customerId = customer(merchant).path("id");

    merchant
        .post(
            "/v1/orders/" + order + "/returns",
            """
            {"externalId": "R1", "returnedAt": "2026-11-03T10:00:00Z", "amount": "9.99",
             "lines": [{"lineNo": 1, "quantity": "1"}]}""")
        .then()
        .statusCode(201);
    await().until(() -> available(merchant, customerId) == 9);

    merchant
        .post(
            "/v1/orders/" + order + "/returns",
            """
            {"externalId": "R2", "returnedAt": "2026-11-04T10:00:00Z", "amount": "9.99",
             "lines": [{"lineNo": 1, "quantity": "1"}]}""")
        .then()
        .statusCode(201);
    await().until(() -> available(merchant, customerId) == 0);
  }

  private static int available(Merchant merchant, String customerId) {
    Integer points = merchant.get("/v1/members/" + customerId).path("balance.available");
    return points == null ? -1 : points;
  }

  private static Response customer(Merchant merchant) {
    return merchant.get("/v1/identities/shop-de/anna-7");
  }
}
