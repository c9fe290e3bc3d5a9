package dev.homeport.gateway.authentication;

import static dev.homeport.gateway.testing.Administrator.create;
import static dev.homeport.gateway.testing.Administrator.token;
import static dev.homeport.gateway.testing.Administrator.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.keycloak.RealmEndpoints;
import dev.homeport.gateway.testing.Administrator;
import dev.homeport.gateway.testing.KeycloakEnvironment;
import dev.homeport.gateway.testing.Things;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials as a real Keycloak makes, checks and revokes them. */
@QuarkusTest
@WithTestResource(KeycloakEnvironment.class)
class ApiKeysTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Things things;

  @Inject RealmEndpoints realm;
  @Inject AccessTokens tokens;
  @Inject Clock clock;
  @Inject AuthenticationConfig config;
  @Inject Guesses guesses;
  @Inject MeterRegistry metrics;

  @BeforeAll
  static void start() {
    things = Things.start();
  }

  @BeforeEach
  void awaitRoutes() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().get("/v1/things").statusCode() == 401);
  }

  @AfterAll
  static void stop() {
    things.close();
  }

  @Test
  void aKeyGoesOnAsTheTokenOfItsTenant() throws IOException {
    JsonPath tenant = create("keyholder").then().statusCode(201).extract().jsonPath();
    String passedOn =
        with(tenant.getString("credentials.apiKey"))
            .get("/v1/things")
            .then()
            .statusCode(200)
            .extract()
            .path("headers.authorization");
    JsonNode claims =
        new ObjectMapper().readTree(Base64.getUrlDecoder().decode(passedOn.split("\\.")[1]));

    assertThat("ten_" + claims.path("tenant").asText()).isEqualTo(tenant.getString("id"));
    assertThat(List.of(claims.path("scope").asText().split(" ")))
        .containsExactlyInAnyOrderElementsOf(tenant.getList("credentials.scopes"))
        .contains("orders:write", "loyalty:read")
        .noneMatch(scope -> scope.startsWith("tenants:"));
  }

  @Test
  void aTokenFromKeycloakOpensTheGatewayToo() {
    Response made = create("tokenholder");
    String token = token(made.path("credentials.clientId"), made.path("credentials.clientSecret"));
    with(token)
        .get("/v1/things")
        .then()
        .statusCode(200)
        .body("headers.authorization", equalTo("Bearer " + token));
  }

  @Test
  void aReplacedSecretWorksAtOnceAndTheOldOneEndsWhenItIsToldTo() {
    Response made = create("rotating");
    String path = "/v1/tenants/" + made.path("id") + "/credentials";
    String old = made.path("credentials.apiKey");
    with(old).get("/v1/things").then().statusCode(200);

    String next =
        Administrator.request()
            .body("{}")
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .path("apiKey");
    assertThat(next).isNotEqualTo(old);
    with(next).get("/v1/things").then().statusCode(200);

    var request =
        Administrator.request().header("Idempotency-Key", "rotate").body("{\"endPrevious\":true}");
    String last = request.post(path).then().statusCode(201).extract().path("apiKey");
    request.post(path).then().statusCode(201).body("apiKey", equalTo(last));
    await().atMost(SOON).until(() -> with(next).get("/v1/things").statusCode() == 401);
    with(last).get("/v1/things").then().statusCode(200);
  }

  @Test
  void aKeyRevokedAtOneReplicaEndsAtTheOthers() {
    String owner = create("revoking").then().statusCode(201).extract().path("credentials.apiKey");
    var request = with(owner).body("{\"name\":\"n\",\"scopes\":[\"orders:read\"]}");
    JsonPath made =
        await()
            .atMost(SOON)
            .until(() -> request.post("/v1/api-keys"), answer -> answer.statusCode() == 201)
            .jsonPath();
    var other = new ApiKeys(realm, tokens, clock, config, guesses, metrics);
    String key = made.getString("apiKey");
    await().atMost(SOON).until(() -> verdict(other, key) instanceof Verdict.Accepted);
    with(owner).delete("/v1/api-keys/" + made.getString("id")).then().statusCode(204);
    Instant revoked = Instant.now();
    await().atMost(SOON).until(() -> verdict(other, key) instanceof Verdict.Refused);
    assertThat(Duration.between(revoked, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static Verdict verdict(ApiKeys keys, String key) {
    return keys.resolve(key, "127.0.0.9").toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    String good = create("guessed").then().statusCode(201).extract().path("credentials.apiKey");
    for (String key :
        List.of(
            "hp_",
            "hp_x",
            good + "x",
            encoded("tenant-guessed:wrong"),
            encoded("nobody:nothing"),
            encoded("homeport-wrong-audience:local-only-wrong-audience-secret"))) {
      with(key).get("/v1/things").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("homeport_gateway_api_key_refusals_total"));
  }

  @Test
  void withoutKeycloakKnownTokensGoOnAndNewKeysWait() throws Exception {
    Response made = create("orphaned");
    String admin = token("homeport-admin", "local-only-admin-secret");
    String token = token(made.path("credentials.clientId"), made.path("credentials.clientSecret"));
    with(token).get("/v1/things").then().statusCode(200);
    with(admin).get("/v1/tenants").then().statusCode(200);

    signal("-STOP");
    try {
      with(token).get("/v1/things").then().statusCode(200);
      with(encoded("tenant-new:key"))
          .get("/v1/things")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("code", equalTo("identity-provider-unavailable"));
      with(admin)
          .body(Administrator.tenant("unmade", "n"))
          .post("/v1/tenants")
          .then()
          .statusCode(503)
          .body("code", equalTo("identity-provider-unavailable"));
      with(admin).get("/v1/tenants?slug=unmade").then().body("items", equalTo(List.of()));
    } finally {
      signal("-CONT");
    }
    create("unmade").then().statusCode(201);
  }

  /** Holds Keycloak's process, or lets it go on. */
  private static void signal(String signal) throws IOException, InterruptedException {
    String pid = ConfigProvider.getConfig().getValue(KeycloakEnvironment.PID, String.class);
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }

  private static String encoded(String pair) {
    return "hp_"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
