package dev.homeport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.Raw;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class AccessLogTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SECRET = "anna@example.com";

  private static Neighbours neighbours;

  private final UUID tenant = UUID.randomUUID();
  private final String token = TestTokens.token(tenant, "orders:read orders:write customers:read");
  private int before;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @BeforeEach
  void awaitKnown() throws IOException {
    neighbours.awaitKnown();
    before = lines().size();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @Test
  void aRequestIsTold() {
    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body("{\"name\":\"x\"}")
        .post("/v1/things?q=" + SECRET)
        .then()
        .statusCode(200);
    JsonNode line = line(of("/v1/things"));
    assertThat(line.path("log").asText()).isEqualTo("access");
    assertThat(line.path("method").asText()).isEqualTo("POST");
    assertThat(line.path("service").asText()).isEqualTo("order-service");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("tenant").asText()).isEqualTo(tenant.toString());
    assertThat(line.path("client").asText()).isNotBlank();
    assertThat(line.path("traceId").asText()).matches("[0-9a-f]{32}");
    assertThat(line.path("bytesIn").asLong()).isEqualTo(12);
    assertThat(line.path("bytesOut").asLong()).isGreaterThan(100);
    assertThat(line.path("durationMs").isNumber()).isTrue();
    assertThat(Duration.between(Instant.parse(line.path("timestamp").asText()), Instant.now()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void whatIsNobodysBusinessIsNotTold() throws IOException {
    given().auth().oauth2(token).get("/v1/things/t1?secret=" + SECRET);
    given().auth().oauth2("hp_" + SECRET).get("/v1/things");
    given().get("/v1/" + SECRET);
    given().get("/docs/" + SECRET);
    given().auth().oauth2(token).get("/v1/customers/" + SECRET + "/overview");
    given().header("X-Shop-Signature", SECRET).contentType("application/json").post("/v1/signed/a");
    line(of("/v1/things/{id}"));
    assertThat(line(of("/v1/things")).path("status").asInt()).isIn(401, 429);
    assertThat(line(of("unknown")).path("status").asInt()).isEqualTo(404);
    line(of("/docs/*"));
    assertThat(line(of("/v1/customers/{id}/overview")).path("service").asText())
        .isEqualTo("gateway");
    JsonNode signed = line(of("/v1/signed/{id}"));
    assertThat(signed.has("tenant") || signed.has("client")).isFalse();
    String all = Files.readString(file());
    assertThat(all).doesNotContain(SECRET).doesNotContain(token).doesNotContain("127.0.0.1");
  }

  @Test
  void ofEachRequestThereIsOneLine() throws IOException {
    for (int i = 0; i < 20; i++) {
      given().auth().oauth2(token).get("/v1/things").then().statusCode(200);
    }
    await().atMost(SOON).until(() -> added(of("/v1/things")).size() >= 20);
    assertThat(added(of("/v1/things")).stream().filter(this::isMine)).hasSize(20);
  }

  @Test
  void aClientThatLeavesIsToldToo() {
    try (var raw = Raw.open()) {
      raw.write("GET /v1/silent HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n\n".formatted(token));
    }
    JsonNode left = line(of("/v1/silent"));
    assertThat(left.path("status").asInt()).isEqualTo(499);
    assertThat(left.path("complete").asBoolean(true)).isFalse();
  }

  @Test
  void anAnswerThatBreaksOffIsToldAsSuch() {
    try (var raw = Raw.open()) {
      raw.write("GET /v1/cut HTTP/1.1\nHost: x\nAuthorization: Bearer %s\n\n".formatted(token));
      raw.readUntil("never");
    }
    JsonNode broken = line(of("/v1/cut"));
    assertThat(broken.path("status").asInt()).isEqualTo(200);
    assertThat(broken.path("complete").asBoolean(true)).isFalse();
    given().auth().oauth2(token).get("/v1/cut-short").then().statusCode(502);
    assertThat(line(of("/v1/cut-short")).has("complete")).isFalse();
  }

  private boolean isMine(JsonNode line) {
    return line.path("tenant").asText().equals(tenant.toString());
  }

  private static Predicate<JsonNode> of(String route) {
    return line -> line.path("route").asText().equals(route);
  }

  private JsonNode line(Predicate<JsonNode> which) {
    return await().atMost(SOON).until(() -> added(which), found -> !found.isEmpty()).getLast();
  }

  private List<JsonNode> added(Predicate<JsonNode> which) throws IOException {
    List<JsonNode> all = lines();
    return all.subList(before, all.size()).stream().filter(which).toList();
  }

  private static List<JsonNode> lines() throws IOException {
    if (!Files.exists(file())) {
      return List.of();
    }
    return Files.readAllLines(file()).stream().map(AccessLogTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static Path file() {
    return Path.of(
        ConfigProvider.getConfig().getValue("homeport.gateway.access-log.file", String.class));
  }
}
