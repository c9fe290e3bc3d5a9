package dev.homeport.loyalty.liability.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
class LiabilityResourceTest {
  private UUID merchant;

  @BeforeEach
  void aMerchant() {
    merchant = TestTenants.create();
  }

  @Test
  void nothingIsOutstandingBeforeTheFirstOrder() {
    get("loyalty:read").statusCode(200).body("outstanding", equalTo(0)).body("holders", equalTo(0));
  }

  @Test
  void debtsOfOneMemberPayNobodyElsesPoints() {
    Events.send(
        merchant,
        Events.order(UUID.randomUUID(), UUID.randomUUID(), 1, "100", "0"),
        Events.order(UUID.randomUUID(), UUID.randomUUID(), 1, "50", "20"),
        Events.freeReturn(UUID.randomUUID(), UUID.randomUUID(), 1, "30"));

    awaitBalance(100)
        .body("programme", equalTo("points"))
        .body("outstanding", equalTo(130))
        .body("holders", equalTo(2))
        .body("overdrawn", equalTo(30))
        .body("overdrawers", equalTo(1));
  }

  @Test
  void identitiesOfOneCustomerAreOneHolder() {
    UUID buyer = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Events.send(
        merchant,
        Events.order(UUID.randomUUID(), buyer, 1, "100", "0"),
        Events.freeReturn(UUID.randomUUID(), other, 1, "30"));
    awaitBalance(70).body("outstanding", equalTo(100)).body("overdrawn", equalTo(30));

    Events.map(merchant, other, buyer, 2);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                get("loyalty:read")
                    .body("outstanding", equalTo(70))
                    .body("holders", equalTo(1))
                    .body("overdrawn", equalTo(0)));
  }

  @Test
  void withoutTheScopeNothingIsShown() {
    get("orders:read").statusCode(403);
    given().get("/v1/liability").then().statusCode(401);
  }

  private ValidatableResponse awaitBalance(int points) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> get("loyalty:read").body("balance", equalTo(points)));
    return get("loyalty:read").statusCode(200);
  }

  private ValidatableResponse get(String scope) {
    return given().auth().oauth2(TestTokens.token(merchant, scope)).get("/v1/liability").then();
  }
}
