package dev.homeport.loyalty.rating.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.Events;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OrderRatingsResourceTest {
  private UUID merchant;
  private UUID order;

  @BeforeEach
  void aMerchantAndAnOrder() {
    merchant = TestTenants.create();
    order = UUID.randomUUID();
  }

  @Test
  void anAwardIsExplained() {
    Events.send(merchant, Events.order(order, UUID.randomUUID(), 1, "79.49", "0"));
    awaitRating(1)
        .body("orderId", equalTo("ord_" + order))
        .body("outcome", equalTo("earned"))
        .body("points", equalTo(79))
        .body("basis", equalTo("79.49"))
        .body("currency", equalTo("EUR"))
        .body("rate", equalTo("1"))
        .body("rounding", equalTo("floor"))
        .body("programme", equalTo("points"))
        .body("programmeVersion", equalTo(1))
        .body("explanation", equalTo("Earns 79: 79.49 EUR at 1 a unit, rounded (floor)."));
  }

  @Test
  void anOrderThatEarnsNothingSaysWhy() {
    Events.send(merchant, Events.order(order, UUID.randomUUID(), 1, "80", "0", "CHF"));
    awaitRating(1)
        .body("outcome", equalTo("no-rate"))
        .body("points", equalTo(0))
        .body("rate", nullValue());
  }

  @Test
  void onlyAHigherRevisionIsTaken() {
    UUID buyer = UUID.randomUUID();
    Events.send(
        merchant,
        Events.order(order, buyer, 5, "60", "0"),
        Events.order(order, buyer, 4, "99", "0"),
        Events.order(order, buyer, 6, "60", "60"));
    awaitRating(6).body("outcome", equalTo("fully-returned"));
  }

  @Test
  void anUnknownOrderIsNotFound() {
    get().statusCode(404).body("code", equalTo("rating-not-found"));
  }

  private ValidatableResponse awaitRating(int revision) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get().extract().jsonPath().get("revision"), equalTo(revision));
    return get().statusCode(200);
  }

  private ValidatableResponse get() {
    return given()
        .auth()
        .oauth2(TestTokens.token(merchant, "loyalty:read"))
        .get("/v1/orders/ord_" + order + "/rating")
        .then();
  }
}
