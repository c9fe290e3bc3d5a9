package dev.homeport.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.Raw;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ForwardingTest {
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

  @Test
  void aRequestArrivesAsItWasSentAndSoDoesItsAnswer() {
    authorized()
        .contentType("application/json")
        .header("Idempotency-Key", "k1")
        .body("{\"a\":1}")
        .post("/v1/things?b=2&c=%20d")
        .then()
        .statusCode(200)
        .header("ETag", "\"7\"")
        .body("method", equalTo("POST"))
        .body("uri", equalTo("/v1/things?b=2&c=%20d"))
        .body("body", equalTo("{\"a\":1}"))
        .body("headers.idempotency-key", equalTo("k1"))
        .body("headers.authorization", equalTo("Bearer " + Neighbours.token()));
  }

  @Test
  void whatClientsMayNotSayIsNotPassedOn() {
    authorized()
        .header("Homeport-Tenant", "ten_other")
        .header("X-Forwarded-For", "10.0.0.1")
        .header("X-Forwarded-Host", "evil.example")
        .header("Forwarded", "for=10.0.0.1")
        .header("Proxy-Authorization", "Basic eDp5")
        .header("baggage", "tenant=other")
        .header("X-Reason", "goodwill")
        .get("/v1/things")
        .then()
        .statusCode(200)
        .header("x-hop", nullValue())
        .body("headers.homeport-tenant", nullValue())
        .body("headers.x-forwarded-for", nullValue())
        .body("headers.x-forwarded-host", nullValue())
        .body("headers.forwarded", nullValue())
        .body("headers.proxy-authorization", nullValue())
        .body("headers.baggage", nullValue())
        .body("headers.x-reason", equalTo("goodwill"));
  }

  @Test
  void aHeaderNamedByConnectionStaysBehind() {
    try (var raw = Raw.open()) {
      raw.write(
          "GET /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nConnection: keep-alive, X-Mine\nX-Mine: 1\n\n"
              .formatted(Neighbours.token()));
      assertThat(raw.readUntil("\"body\"")).contains("200 OK").doesNotContain("x-mine");
    }
  }

  @Test
  void aTraceGoesOnAndOneIsBegunWhereThereIsNone() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    authorized()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/v1/things")
        .then()
        .body("headers.traceparent", containsString(trace))
        .body("headers.traceparent", not(containsString("00f067aa0ba902b7")));
    authorized()
        .get("/v1/things")
        .then()
        .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
  }

  @Test
  void whatIsUnderAServicesNameGoesToThatService() {
    authorized()
        .get("/v1/order-service/jobs?status=running")
        .then()
        .statusCode(200)
        .body("uri", equalTo("/v1/order-service/jobs?status=running"));
  }

  @Test
  void anImportIsStreamedAndTheAddressOfTheServiceStaysHidden() {
    byte[] body = new byte[5_000_000];
    new Random(7).nextBytes(body);
    authorized()
        .contentType("application/x-ndjson")
        .body(body)
        .post("/v1/thing-imports")
        .then()
        .statusCode(202)
        .header("Location", equalTo("/v1/order-service/jobs"));
    assertThat(neighbours.things().imported).hasValue(body.length);
  }

  @Test
  void aClientThatWaitsForPermissionToSendGetsIt() {
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nExpect: 100-continue\nContent-Length: 2\n\n"
              .formatted(Neighbours.token()));
      assertThat(raw.head()).startsWith("HTTP/1.1 100");
      raw.write("{}");
      assertThat(raw.head()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aLargeAnswerIsStreamed() {
    int length =
        authorized()
            .get("/v1/large?bytes=30000000")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray()
            .length;
    assertThat(length).isEqualTo(30_000_000);
  }

  @Test
  void anAnswerWithoutABodyHasNone() {
    authorized().get("/v1/empty").then().statusCode(204).header("Transfer-Encoding", nullValue());
    authorized()
        .head("/v1/things")
        .then()
        .statusCode(200)
        .header("ETag", "\"7\"")
        .body(equalTo(""));
  }

  @Test
  void requestsAreTimedByRouteTemplate() {
    authorized().get("/v1/things/t1").then().statusCode(200);
    given()
        .get("/q/metrics")
        .then()
        .body(
            containsString(
                "homeport_gateway_requests_seconds_count{method=\"GET\",route=\"/v1/things/{id}\",service=\"order-service\",status=\"200\"}"))
        .body(not(containsString("/v1/things/t1")));
  }

  @Test
  void theSuiteIsHealthyWhenAllServicesAre() {
    given()
        .get("/q/health/suite")
        .then()
        .statusCode(503)
        .body("services.order-service", equalTo("UP"))
        .body("services.loyalty-service", equalTo("DOWN"))
        .body("status", equalTo("DOWN"));
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void theBareAddressSaysWhatThisIs() {
    given().get("/").then().statusCode(200).body("name", equalTo("Homeport"));
  }

  private static RequestSpecification authorized() {
    return given().urlEncodingEnabled(false).auth().oauth2(Neighbours.token());
  }
}
