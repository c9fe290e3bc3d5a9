package dev.homeport.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.RedisEnvironment;
import dev.homeport.gateway.testing.RedisServer;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose limits are asked of a Redis. */
@QuarkusTest
@WithTestResource(RedisEnvironment.class)
class RedisLimitsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SCOPES = "orders:read orders:write";

  private static Neighbours neighbours;

  @Inject Tenants tenants;
  @Inject Buckets buckets;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @BeforeEach
  void awaitKnown() {
    assumeTrue(RedisEnvironment.redis().isPresent(), "there is no Redis here");
    neighbours.awaitKnown();
    await().atMost(SOON).until(this::shared);
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @Test
  void aRequestGoesOnWholeWhenItsLimitsAreKnown() {
    String token = TestTokens.token(UUID.randomUUID(), SCOPES);
    String body = "{\"text\":\"" + "x".repeat(200_000) + "\"}";
    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/things")
        .then()
        .statusCode(200)
        .header("RateLimit", containsString("\"client\";r=3999;t=1, \"tenant\";r=9999;t=1"))
        .body("body", equalTo(body));
    given().auth().oauth2(token).get("/v1/gateway/jobs/x").then().statusCode(403);
    given().get("/q/metrics").then().body(containsString("homeport_gateway_limits_shared 1.0"));
  }

  @Test
  void manyAtOnceGetNoMoreThanThereIs() {
    UUID tenant = tenantOn("tiny");
    String token = TestTokens.token(tenant, SCOPES);
    await().atMost(SOON).until(() -> call(token).header("RateLimit-Policy").contains("q=30;w=30"));
    long begun = System.nanoTime();
    List<Integer> statuses;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> calls =
          IntStream.range(0, 60)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> call(token).statusCode(), threads))
              .toList();
      statuses = calls.stream().map(CompletableFuture::join).toList();
    }
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses.stream().filter(status -> status == 200).count())
        .isBetween(20L, 30 + seconds);
  }

  @Test
  void nobodyNoticesThatRedisGoesAndComesBack() throws Exception {
    RedisServer redis = RedisEnvironment.redis().orElseThrow();
    String token = TestTokens.token(UUID.randomUUID(), SCOPES);
    var going = new AtomicBoolean(true);
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                while (going.get()) {
                  statuses.add(call(token).statusCode());
                }
              }));
    }
    await().atMost(SOON).until(() -> statuses.size() > 30);
    redis.kill();
    await().atMost(SOON).until(() -> !shared());
    int alone = statuses.size();
    await().atMost(SOON).until(() -> statuses.size() > alone + 30);
    redis.restart();
    await().atMost(SOON).until(this::shared);
    int together = statuses.size();
    await().atMost(SOON).until(() -> statuses.size() > together + 30);
    going.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(statuses).containsOnly(200);
  }

  private boolean shared() {
    return buckets instanceof SharedBuckets found && found.shared();
  }

  private static Response call(String token) {
    return given().auth().oauth2(token).get("/v1/things");
  }

  private UUID tenantOn(String plan) {
    UUID tenant = UUID.randomUUID();
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
            1));
    return tenant;
  }
}
