package dev.homeport.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The environment has a plan {@code tiny}: and others that are soon spent. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class LimitsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SCOPES = "orders:read orders:write tenants:read customers:read";

  private static Neighbours neighbours;

  @Inject Tenants tenants;

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
  void everyAnswerToAKnownCallerSaysWhatIsLeft() {
    String token = TestTokens.token(UUID.randomUUID(), SCOPES);
    String policy = "\"client\";q=4000;w=2, \"tenant\";q=10000;w=2";
    for (String path :
        List.of(
            "/v1/things",
            "/v1/empty",
            "/v1/hung-up",
            "/v1/customers/x/overview",
            "/v1/gateway/jobs/x")) {
      call(token, path)
          .then()
          .header("RateLimit-Policy", equalTo(policy))
          .header("RateLimit", matchesPattern("\"client\";r=\\d+;t=1, \"tenant\";r=\\d+;t=1"));
    }
  }

  @Test
  void nobodyElseIsLimited() {
    for (String path : List.of("/", "/openapi.json", "/docs", "/q/health/live", "/v1/things")) {
      given().get(path).then().header("RateLimit", nullValue());
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    String token = TestTokens.token(tenantOn("tiny"), SCOPES);
    spent(() -> call(token, "/v1/things"))
        .then()
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9]\\d*"))
        .header("RateLimit-Policy", containsString("\"client\";q=30;w=30"))
        .header("RateLimit", containsString("\"client\";r=0;t=30"))
        .body("code", equalTo("rate-limited"))
        .body("detail", containsString("client"));
    spent(() -> call(token, "/v1/tenants"));
    spent(() -> call(token, "/v1/customers/x/overview"));
    call(TestTokens.token(UUID.randomUUID(), SCOPES), "/v1/things").then().statusCode(200);
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("homeport_gateway_limited_total{limit=\"client\"}"));
  }

  @Test
  void theClientsOfATenantShareItsLimit() {
    UUID tenant = tenantOn("narrow");
    String token = TestTokens.token(tenant, SCOPES);
    spent(() -> call(token, "/v1/things"))
        .then()
        .header("RateLimit", containsString("\"client\";r="))
        .header("RateLimit", containsString("\"tenant\";r=0"))
        .body("detail", containsString("tenant"));
  }

  @Test
  void someRoutesHaveALimitOfTheirOwn() {
    String token = TestTokens.token(tenantOn("imports-only"), SCOPES);
    spent(() -> send(token))
        .then()
        .header("RateLimit", equalTo("\"things\";r=0;t=20"))
        .body("detail", containsString("things"));
    call(token, "/v1/things").then().statusCode(200).header("RateLimit", nullValue());
  }

  @Test
  void aChangedPlanHoldsSoon() {
    UUID tenant = tenantOn("tiny");
    String token = TestTokens.token(tenant, SCOPES);
    spent(() -> call(token, "/v1/things"));
    put(tenant, "unlimited", 2);
    await().atMost(SOON).until(() -> call(token, "/v1/things").statusCode() == 200);
    for (int i = 0; i < 20; i++) {
      assertThat(call(token, "/v1/things").statusCode()).isEqualTo(200);
    }
  }

  private UUID tenantOn(String plan) {
    UUID tenant = UUID.randomUUID();
    put(tenant, plan, 1);
    return tenant;
  }

  private void put(UUID tenant, String plan, long revision) {
    tenants.apply(
        new TenantSettings(
            tenant,
            "t" + tenant.toString().substring(0, 8),
            "n",
            Currency.getInstance("EUR"),
            ZoneId.of("UTC"),
            List.of(),
            true,
            plan,
            Duration.ZERO,
            0,
            revision));
  }

  private static Response call(String token, String path) {
    return given().auth().oauth2(token).get(path);
  }

  /** Asks until it is too often; a slow machine has a token back before the next call. */
  private static Response spent(Callable<Response> call) {
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(10))
        .until(call, answer -> answer.statusCode() == 429);
  }

  private static Response send(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/x-ndjson")
        .body(new byte[] {'{', '}'})
        .post("/v1/thing-imports");
  }
}
