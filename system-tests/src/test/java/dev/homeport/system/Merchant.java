package dev.homeport.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/** A tenant and the calls that its storefront makes. */
public record Merchant(UUID tenant, String clientId, String clientSecret, String apiKey) {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** A request through the gateway with the merchant's API key. */
  RequestSpecification request() {
    return given().baseUri(Homeport.gateway()).auth().oauth2(apiKey);
  }

  /** A request through the gateway with a token of Keycloak. */
  RequestSpecification requestWithToken() {
    return given()
        .baseUri(Homeport.gateway())
        .auth()
        .oauth2(Homeport.clientToken(clientId, clientSecret));
  }

  Response post(String path, Object body) {
    return request()
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  Response get(String path) {
    return request().get(path);
  }

  /** Sends an import and returns the path of its job. */
  String submitImport(String path, byte[] gzippedLines) {
    Response accepted =
        request()
            .header("Content-Encoding", "gzip")
            .contentType("application/x-ndjson")
            .body(gzippedLines)
            .post(path);
    accepted.then().statusCode(202);
    return accepted.header("Location");
  }

  /** Waits until a job has ended and returns it. */
  Response awaitJob(String path) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> get(path).path("finishedAt") != null);
    return get(path);
  }

  /** Until every service knows the tenant: settings travel as an event. */
  void awaitKnown() {
    for (String path :
        new String[] {"/v1/orders", "/v1/customers", "/v1/rfm/cut-points", "/v1/members"}) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> get(path).statusCode() != 403 && get(path).statusCode() < 500);
    }
  }
}
