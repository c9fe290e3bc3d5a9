package dev.homeport.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A path that a signature lets in: without a token, and not without limits. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SignedRouteTest {
  private static final int ALLOWED = 60;

  private static Neighbours neighbours;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @BeforeEach
  void awaitKnown() {
    neighbours.awaitKnown();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  private static Response send(String path) {
    return given()
        .header("X-Shop-Signature", "c2ln")
        .contentType("application/json")
        .body("{\"id\": 1}")
        .post(path);
  }

  @Test
  void itIsPassedOnAsItIsAndWithoutCredentials() {
    send("/v1/signed/a")
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", containsString("\"client\""))
        .header("RateLimit", matchesPattern("\"client\";r=\\d+;t=\\d+"))
        .body("headers.x-shop-signature", equalTo("c2ln"))
        .body("headers.authorization", nullValue())
        .body("body", equalTo("{\"id\": 1}"));
  }

  @Test
  void whatATokenLetsInAsWellStillNeedsOne() {
    send("/v1/half-signed").then().statusCode(401).body("code", equalTo("unauthenticated"));
    send("/v1/things").then().statusCode(401);
    given().get("/v1/signed/a").then().statusCode(405);
  }

  @Test
  void itsBodyIsNoFile() {
    given()
        .contentType("application/json")
        .body(new byte[(1 << 20) + 1])
        .post("/v1/signed/a")
        .then()
        .statusCode(413);
  }

  @Test
  void wrongSignaturesAreStoppedForTheirPathAloneAndTokensStayGood() {
    int refused = 0;
    for (int i = 0; i < ALLOWED + 20; i++) {
      if (send("/v1/signed/wrong").statusCode() == 429) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
    send("/v1/signed/wrong").then().statusCode(429).header("Retry-After", matchesPattern("\\d+"));
    send("/v1/signed/b").then().statusCode(200);
    given().auth().oauth2(Neighbours.token()).get("/v1/things").then().statusCode(200);
  }
}
