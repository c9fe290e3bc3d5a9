package dev.homeport.gateway.forward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.Raw;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class UpstreamFailureTest {
  private static final Duration SOON = Duration.ofSeconds(5);

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
  void aServiceThatDoesNotAnswerIsGivenUp() {
    int before = neighbours.things().abandoned.get();
    authorized().get("/v1/silent").then().statusCode(504).body("code", equalTo("upstream-timeout"));
    await().atMost(SOON).until(() -> neighbours.things().abandoned.get() > before);
  }

  @Test
  void aServiceThatHangsUpIsABadGateway() {
    authorized().get("/v1/hung-up").then().statusCode(502).body("code", equalTo("upstream-failed"));
    authorized()
        .get("/v1/cut-short")
        .then()
        .statusCode(502)
        .body("code", equalTo("upstream-failed"));
  }

  /** A service that was restarted, or closed an idle connection just then. */
  @Test
  void whatRepeatsNothingIsAskedOnceMore() {
    neighbours.things().shaken.set(0);
    authorized().get("/v1/shaky").then().statusCode(200);
    shaken("{\"a\": 1}")
        .header("Idempotency-Key", "k-1")
        .post("/v1/shaky")
        .then()
        .statusCode(200)
        .body("body", equalTo("{\"a\": 1}"));
    assertThat(neighbours.things().shaken).hasValue(4);

    shaken("{\"a\": 1}").post("/v1/shaky").then().statusCode(502);
    assertThat(neighbours.things().shaken).hasValue(5);
    shaken("1".repeat(100_000))
        .header("Idempotency-Key", "k-2")
        .post("/v1/shaky")
        .then()
        .statusCode(200);
    shaken("1".repeat(100_000))
        .header("Idempotency-Key", "k-3")
        .post("/v1/shaky")
        .then()
        .statusCode(502);
  }

  /** Files are taken as often as they come, whatever key is beside them. */
  @Test
  void whatKnowsNoKeyIsNotAskedAgainBecauseOfOne() {
    neighbours.things().shaken.set(0);
    authorized()
        .contentType("application/x-ndjson")
        .body("{\"a\": 1}".getBytes(StandardCharsets.UTF_8))
        .header("Idempotency-Key", "k-4")
        .post("/v1/shaky-imports")
        .then()
        .statusCode(502);
    assertThat(neighbours.things().shaken).hasValue(1);
  }

  private static RequestSpecification shaken(String body) {
    return authorized().contentType("application/json").body(body);
  }

  @Test
  void anAnswerThatBreaksOffIsNotMadeToLookWhole() {
    for (String path : new String[] {"/v1/cut", "/v1/cut-chunked"}) {
      try (var raw = Raw.open()) {
        raw.write(get(path));
        String answer = raw.readUntil("\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n\r\n");
      }
    }
  }

  @Test
  void anAnswerThatStallsIsCutOff() {
    try (var raw = Raw.open()) {
      raw.write(get("/v1/stalled"));
      assertThat(raw.readUntil("\r\n0\r\n\r\n")).contains("first").doesNotContain("\r\n0\r\n\r\n");
    }
  }

  @Test
  void aClientThatStopsSendingIsGivenUp() {
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/things HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nContent-Length: 100\n\nhalf"
              .formatted(Neighbours.token()));
      assertThat(raw.readUntil("body-too-slow")).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void aServiceHearsOfAClientThatLeft() {
    int before = neighbours.things().abandoned.get();
    try (var raw = Raw.open()) {
      raw.write(get("/v1/large?bytes=1000000000"));
      raw.head();
    }
    await().atMost(SOON).until(() -> neighbours.things().abandoned.get() > before);
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/thing-imports HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nContent-Length: 1000000\n\nhalf"
              .formatted(Neighbours.token()));
      await().atMost(SOON).until(() -> neighbours.things().imported.get() == 4);
    }
    await().atMost(SOON).until(() -> neighbours.things().abandoned.get() > before + 1);
  }

  @Test
  void aClientThatReadsNothingDoesNotFillTheMemory() {
    try (var raw = Raw.open()) {
      raw.write(get("/v1/large?bytes=1000000000"));
      int before = neighbours.things().abandoned.get();
      await().atMost(SOON).until(() -> neighbours.things().abandoned.get() > before);
    }
  }

  @Test
  void anAnswerThatComesBeforeTheBodyIsPassedOnAndTheConnectionServesAgain() {
    try (var raw = Raw.open()) {
      raw.write(
          "POST /v1/hasty HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nContent-Length: 10\n\n12345"
              .formatted(Neighbours.token()));
      assertThat(raw.head()).startsWith("HTTP/1.1 409");
      assertThat(raw.readUntil("no")).isEqualTo("no");
      raw.write("67890").write(get("/v1/things"));
      assertThat(raw.head()).contains("HTTP/1.1 200");
    }
  }

  @Test
  void manyAtOnceAndManyGivenUpLeaveNothingBehind() {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, 100).forEach(_ -> leaveEarly());
      var answers = IntStream.range(0, 200).mapToObj(i -> ask(client, i)).toList();
      assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
    }
  }

  @Test
  void aServiceThatIsDownIsUnavailableUntilItComesBack() {
    neighbours.close();
    authorized()
        .get("/v1/things")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"));
    neighbours = Neighbours.start();
    neighbours.awaitKnown();
    authorized().get("/v1/things").then().statusCode(200);
  }

  private static void leaveEarly() {
    try (var raw = Raw.open()) {
      raw.write(get("/v1/large?bytes=1000000"));
    }
  }

  private static CompletableFuture<Integer> ask(HttpClient client, int i) {
    String path = i % 2 == 0 ? "/v1/things" : "/v1/large?bytes=200000";
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Raw.port() + path))
            .header("Authorization", "Bearer " + Neighbours.token())
            .timeout(Duration.ofSeconds(20))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(HttpResponse::statusCode);
  }

  private static String get(String path) {
    return "GET %s HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n\n"
        .formatted(path, Neighbours.token());
  }

  private static RequestSpecification authorized() {
    return given().auth().oauth2(Neighbours.token());
  }
}
