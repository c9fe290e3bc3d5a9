package dev.homeport.loyalty.spend.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.loyalty.journal.Facts;
import dev.homeport.platform.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls the API for a merchant whose member is {@link Facts#BUYER}. */
record Caller(UUID merchant) {
  static final String CUSTOMER = "cus_" + Facts.BUYER;

  static String body(String customer, int points) {
    return "{\"customerId\": \"%s\", \"points\": %d}".formatted(customer, points);
  }

  /** Of points for an order. */
  static String bodyFor(UUID order, int points) {
    return body(CUSTOMER, points).replaceFirst("\\{", "{\"orderId\": \"ord_" + order + "\", ");
  }

  static String worth(String amount, String currency) {
    return "{\"customerId\": \"%s\", \"worth\": {\"amount\": \"%s\", \"currency\": \"%s\"}}"
        .formatted(CUSTOMER, amount, currency);
  }

  ValidatableResponse post(String path, String body) {
    RequestSpecification request =
        given()
            .auth()
            .oauth2(TestTokens.token(merchant, "loyalty:write"))
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return (body.isEmpty() ? request : request.contentType("application/json").body(body))
        .post(path)
        .then();
  }

  ValidatableResponse get(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:read"))
        .get(path)
        .then()
        .statusCode(200);
  }

  void balance(int available, int held) {
    get("/v1/members/" + CUSTOMER)
        .body("balance.available", equalTo(available))
        .body("balance.held", equalTo(held));
  }
}
