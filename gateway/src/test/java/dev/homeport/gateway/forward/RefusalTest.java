package dev.homeport.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.Raw;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class RefusalTest {
  private static final UUID TENANT = UUID.randomUUID();

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
  void withoutATokenNobodyGetsThrough() {
    isProblem(given().get("/v1/things").then(), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void aTokenThatIsNotForUsIsRefused() {
    String good = Neighbours.token();
    List<String> bad =
        List.of(
            "garbage",
            "a.b.c",
            TestTokens.tokenForAudience(TENANT, "orders:read", "somebody-else"),
            TestTokens.expiredToken(TENANT, "orders:read"),
            good.substring(0, good.lastIndexOf('.')) + ".AAAA",
            unsigned(good));
    for (String token : bad) {
      isProblem(given().auth().oauth2(token).get("/v1/things").then(), 401, "unauthenticated");
    }
  }

  @Test
  void aTokenIsNotTakenOutOfAnythingButABearerHeader() {
    isProblem(
        given().header("Authorization", "Basic eDp5").get("/v1/things").then(),
        401,
        "unauthenticated");
    isProblem(given().get("/v1/things?access_token=x").then(), 401, "unauthenticated");
  }

  @Test
  void anUnknownPathIsNotFound() {
    isProblem(given().get("/v1/nothing").then(), 404, "not-found");
    isProblem(given().get("/nothing").then(), 404, "not-found");
    isProblem(given().get("/v1/gateway/nothing").then(), 404, "not-found");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    isProblem(
            given().auth().oauth2(Neighbours.token()).delete("/v1/things").then(),
            405,
            "method-not-allowed")
        .header("Allow", "GET, HEAD, OPTIONS, POST");
    given()
        .options("/v1/things")
        .then()
        .statusCode(204)
        .header("Allow", "GET, HEAD, OPTIONS, POST");
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() {
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nExpect: 100-continue\nContent-Length: 1048577\n\n"
              .formatted(Neighbours.token()));
      assertThat(raw.head()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefusedInTheMiddle() {
    isProblem(
        given().auth().oauth2(Neighbours.token()).body(new byte[2 << 20]).post("/v1/things").then(),
        413,
        "body-too-large");
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nTransfer-Encoding: chunked\n\n"
              .formatted(Neighbours.token()));
      byte[] part = new byte[0x10000];
      for (int i = 0; i < 20; i++) {
        raw.write("10000\n").write(part).write("\n");
      }
      assertThat(raw.readUntil("body-too-large")).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void pathsThatHideSomethingAreRefused() {
    for (String path :
        List.of(
            "/v1/things/..%2fq",
            "/v1/../q/metrics",
            "/v1/%2e%2e/q/metrics",
            "/v1//things",
            "/v1/things%00",
            "http://other/v1/things")) {
      try (var raw = Raw.open()) {
        raw.write(
            "GET %s HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n\n"
                .formatted(path, Neighbours.token()));
        assertThat(raw.head())
            .as(path)
            .startsWith("HTTP/1.1 400")
            .contains("application/problem+json");
      }
    }
  }

  @Test
  void whatIsNoRequestAtAllIsRefused() {
    for (String line :
        List.of(
            "GET /v1/things\\.. HTTP/1.1",
            "GET /v1/ things HTTP/1.1",
            "GET /" + "a".repeat(9000))) {
      try (var raw = Raw.open()) {
        raw.write(line + "\nHost: x\n\n");
        assertThat(raw.head()).as(line).containsPattern("^HTTP/1.[01] 4");
      }
    }
  }

  @Test
  void aRequestThatCouldBeTwoIsRefused() {
    for (String framing :
        List.of(
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: identity\nTransfer-Encoding: chunked",
            "Content-Length: 5\nContent-Length: 6",
            "Content-Length: +5",
            "Content-Length: 5, 5")) {
      try (var raw = Raw.open()) {
        raw.write(
            "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n%s\n\n0\n\n"
                .formatted(Neighbours.token(), framing));
        assertThat(raw.head()).as(framing).startsWith("HTTP/1.1 400");
      }
    }
  }

  @Test
  void aServiceIsNeverShownTwoLengthsOfOneBody() {
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nContent-Length: 47\nTransfer-Encoding: chunked\n\n2\nab\n0\n\nGET /v1/things/t1 HTTP/1.1\nHost: x\n\n"
              .formatted(Neighbours.token()));
      assertThat(raw.readUntil("}"))
          .contains("\"transfer-encoding\":\"chunked\"")
          .doesNotContain("\"content-length\"");
      assertThat(raw.readUntil("unauthenticated")).contains("\"body\":\"ab\"").contains(" 401 ");
    }
  }

  private static ValidatableResponse isProblem(
      ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  /** The same claims under the algorithm {@code none}. */
  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
    return header + token.substring(token.indexOf('.'), token.lastIndexOf('.')) + ".";
  }
}
