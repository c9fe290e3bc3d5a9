package dev.homeport.gateway.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.gateway.limits.Replica;
import dev.homeport.gateway.limits.RequestCounts.HandOver;
import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The environment has a plan {@code counted}: twelve requests a month, as fast as one likes. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class UsageTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int QUOTA = 12;

  private static Neighbours neighbours;

  @Inject Tenants tenants;
  @Inject UsageTable table;

  private final UUID tenant = UUID.randomUUID();
  private final String token =
      TestTokens.token(tenant, "orders:read orders:write customers:read usage:read");

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @BeforeEach
  void makeTenant() {
    neighbours.awaitKnown();
    tenants.apply(
        new TenantSettings(
            tenant,
            "t" + tenant.toString().substring(0, 8),
            "n",
            Currency.getInstance("EUR"),
            ZoneId.of("UTC"),
            List.of(),
            true,
            "counted",
            Duration.ZERO,
            0,
            1));
    await()
        .atMost(SOON)
        .until(() -> "counted".equals(usage().getString("plan")) && isLimited(call("/v1/usage")));
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @Test
  void aMonthHasSoManyRequestsAndThenNoMore() {
    for (int left = QUOTA - 1; left >= 0; left--) {
      call("/v1/things")
          .then()
          .statusCode(200)
          .header("RateLimit", matchesPattern("\"month\";r=" + left + ";t=\\d+"))
          .header("RateLimit-Policy", matchesPattern("\"month\";q=12;w=\\d+"));
    }
    Response refused = call("/v1/things");
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("RateLimit", matchesPattern("\"month\";r=0;t=\\d+"))
        .body("code", equalTo("quota-exhausted"));
    assertThat(Long.parseLong(refused.header("Retry-After")))
        .isBetween(1L, Duration.ofDays(31).toSeconds() + 1);
    call("/v1/gateway/jobs").then().statusCode(429);
    await().atMost(SOON).until(() -> usage().getInt("months[0].requests") == QUOTA);
    call("/v1/usage")
        .then()
        .statusCode(200)
        .header("RateLimit", nullValue())
        .body("months[0].month", equalTo(YearMonth.now(ZoneOffset.UTC).toString()))
        .body("months[0].limit", equalTo(QUOTA))
        .body("months[0].remaining", equalTo(0))
        .body("months[0].days[0].day", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
        .body("months[0].days[0].requests", equalTo(QUOTA));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("homeport_gateway_limited_total{limit=\"month\"}"));
  }

  @Test
  void whatFailsDoesNotCount() {
    for (int i = 0; i < QUOTA + 2; i++) {
      call("/v1/cut-short").then().statusCode(502);
    }
    call("/v1/nothing").then().statusCode(404);
    call("/v1/things").then().statusCode(200);
    send().then().statusCode(202);
    await().atMost(SOON).until(() -> usage().getInt("months[0].requests") == 2);
  }

  @Test
  void replicasAndTheNextStartKnowWhatWasUsed() throws Exception {
    call("/v1/things").then().statusCode(200);
    await().atMost(SOON).until(() -> usage().getInt("months[0].requests") == 1);
    var other = new Replica();
    for (int i = 1; i < QUOTA; i++) {
      assertThat(other.takes(tenant, QUOTA)).isTrue();
    }
    HandOver handOver = other.counts().handOver();
    other.counts().kept(handOver, table.add(handOver));
    assertThat(other.takes(tenant, QUOTA)).isFalse();

    // Here it is heard of with the first request after it.
    await().atMost(SOON).until(() -> call("/v1/things").statusCode() == 429);
    // At the most what it had left by its own count.
    await().atMost(SOON).until(() -> usage().getInt("months[0].requests") >= QUOTA);
    assertThat(usage().getInt("months[0].requests")).isLessThan(2 * QUOTA);
  }

  @Test
  void aTenantWithoutAQuotaIsCountedToo() {
    UUID free = UUID.randomUUID();
    tenants.apply(
        new TenantSettings(
            free,
            "t" + free.toString().substring(0, 8),
            "n",
            Currency.getInstance("EUR"),
            ZoneId.of("UTC"),
            List.of(),
            true,
            "unlimited",
            Duration.ZERO,
            0,
            1));
    String own = TestTokens.token(free, "orders:read usage:read");
    for (int i = 0; i < QUOTA + 3; i++) {
      given().auth().oauth2(own).get("/v1/things").then().statusCode(200);
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                given().auth().oauth2(own).get("/v1/usage").jsonPath().getInt("months[0].requests")
                    == QUOTA + 3);
    given()
        .auth()
        .oauth2(own)
        .get("/v1/usage")
        .then()
        .body("months[0].limit", nullValue())
        .header("RateLimit", not(containsString("month")));
    given()
        .auth()
        .oauth2(TestTokens.token(free, "orders:read"))
        .get("/v1/usage")
        .then()
        .statusCode(403);
  }

  /** The limits of another plan are shown until the tenant's own is known. */
  private static boolean isLimited(Response answer) {
    return answer.header("RateLimit") == null;
  }

  private JsonPath usage() {
    return call("/v1/usage").then().statusCode(200).extract().jsonPath();
  }

  private Response call(String path) {
    return given().auth().oauth2(token).get(path);
  }

  private Response send() {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/x-ndjson")
        .body(new byte[] {'{', '}', '\n', '{', '}'})
        .post("/v1/thing-imports");
  }
}
