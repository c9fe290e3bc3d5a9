package dev.homeport.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Hooks;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Receiver;
import dev.homeport.gateway.webhook.store.Waiting;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens when nothing arrives, on the clock of a sandbox. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class TimeOfDeliveryTest {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Receiver receiver;
  private static Peer issuer;

  @Inject Waiting waiting;

  @BeforeAll
  static void start() {
    receiver = Receiver.start();
    issuer = Issuer.start();
  }

  @AfterAll
  static void stop() {
    receiver.close();
    issuer.close();
  }

  @Test
  void tenAttemptsAreMadeOverThreeDaysAndThenTheNextOfTheKeyHasItsTurn() {
    Hooks hooks = Hooks.open();
    receiver.on(
        "/failing",
        (request, received) ->
            request
                .response()
                .setStatusCode(received.body().contains("\"number\":1,") ? 500 : 200)
                .end());
    Hooks.Made endpoint = hooks.endpoint("/failing");
    Hooks.send(hooks.order("k", 1));
    Duration ahead = Duration.ZERO;

    for (int i = 0; i < WAITS.size(); i++) {
      JsonPath delivery = hooks.attempted(endpoint, i + 1);
      Instant at = Instant.parse(delivery.getString("attemptLog[0].at"));
      Instant next = Instant.parse(delivery.getString("nextAttemptAt"));
      Duration wait = WAITS.get(i);
      assertThat(Duration.between(at, next))
          .isBetween(wait, wait.plus(wait.dividedBy(10)).plusMillis(1));
      ahead = ahead.plus(wait.multipliedBy(12).dividedBy(10));
      TestTenants.clockAhead(hooks.tenant(), ahead);
    }

    JsonPath delivery = hooks.attempted(endpoint, 10);
    assertThat(delivery.getString("status")).isEqualTo("failed");
    assertThat(delivery.getString("lastFault")).isEqualTo("status");
    assertThat(delivery.getString("nextAttemptAt")).isNull();
    assertThat(receiver.at("/failing")).hasSize(10);
    Hooks.send(hooks.order("k", 2));
    hooks.awaitStatus(endpoint, "delivered", 1);
  }

  @Test
  void anEndpointThatIsGoneIsDisabledAndWhatWaitsGoesOutOnceItIsBack() {
    Hooks hooks = Hooks.open();
    receiver.on("/gone", 410);
    Hooks.Made endpoint = hooks.endpoint("/gone");
    Hooks.send(hooks.order("k", 1));

    await()
        .atMost(SOON)
        .until(() -> "gone".equals(hooks.get("/" + endpoint.id()).path("disabled.reason")));
    assertThat(hooks.get("/" + endpoint.id()).<Boolean>path("enabled")).isFalse();
    hooks
        .post("/" + endpoint.id() + "/test-events", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("webhook-endpoint-disabled"));
    Hooks.send(hooks.order("k", 2));
    hooks.awaitStatus(endpoint, "waiting", 2);
    assertThat(receiver.at("/gone")).hasSize(1);

    receiver.on("/gone", 200);
    String tag = hooks.get("/" + endpoint.id()).header("ETag");
    hooks.patch(endpoint.id(), tag, "{\"enabled\":true}").then().statusCode(200);

    hooks.awaitStatus(endpoint, "delivered", 2);
    assertThat(receiver.at("/gone")).hasSize(3);
  }

  @Test
  void whoAsksForTimeIsGivenIt() {
    Hooks hooks = Hooks.open();
    receiver.on(
        "/busy",
        (request, _) ->
            request.response().setStatusCode(503).putHeader("Retry-After", "3600").end());
    Hooks.Made endpoint = hooks.endpoint("/busy");
    Hooks.send(hooks.order("k", 1));

    JsonPath delivery = hooks.attempted(endpoint, 1);

    Instant at = Instant.parse(delivery.getString("attemptLog[0].at"));
    assertThat(Instant.parse(delivery.getString("nextAttemptAt"))).isEqualTo(at.plusSeconds(3_600));
  }

  @Test
  void aRedirectIsNotFollowed() {
    Hooks hooks = Hooks.open();
    receiver.on(
        "/moved",
        (request, _) ->
            request
                .response()
                .setStatusCode(307)
                .putHeader("Location", Receiver.url("/elsewhere"))
                .end());
    Hooks.Made endpoint = hooks.endpoint("/moved");
    Hooks.send(hooks.order("k", 1));

    JsonPath delivery = hooks.attempted(endpoint, 1);

    assertThat(delivery.getString("attemptLog[0].fault")).isEqualTo("redirect");
    assertThat(delivery.getInt("attemptLog[0].status")).isEqualTo(307);
    assertThat(receiver.at("/elsewhere")).isEmpty();
  }

  @Test
  void whoDoesNotAnswerInTimeHasFailed() {
    Hooks hooks = Hooks.open();
    receiver.on("/silent", (_, _) -> {});
    Hooks.Made endpoint = hooks.endpoint("/silent");
    Hooks.send(hooks.order("k", 1));

    JsonPath delivery = hooks.attempted(endpoint, 1);

    assertThat(delivery.getString("attemptLog[0].fault")).isEqualTo("timeout");
    assertThat(delivery.getString("status")).isEqualTo("waiting");
  }

  @Test
  void anEndpointThatTakesNothingForFiveDaysIsDisabledAndTheOthersAreTold() {
    Hooks hooks = Hooks.open();
    receiver.on("/useless", 500);
    Hooks.Made useless = hooks.endpoint("/useless");
    Hooks.Made watching = hooks.endpoint("/watching", EventTypes.DISABLED, "");
    Hooks.send(hooks.order("k", 1));
    hooks.attempted(useless, 1);
    TestTenants.clockAhead(hooks.tenant(), Duration.ofDays(6));

    await().atMost(SOON).until(() -> receiver.at("/watching").size() == 1);

    JsonPath notice = JsonPath.from(receiver.at("/watching").getFirst().body());
    assertThat(notice.getString("type")).isEqualTo(EventTypes.DISABLED);
    assertThat("whe_" + notice.getString("data.endpointId")).isEqualTo(useless.id());
    assertThat(notice.getString("data.reason")).isEqualTo("failing");
    assertThat(hooks.get("/" + useless.id()).<String>path("disabled.reason")).isEqualTo("failing");
    hooks.awaitStatus(watching, "delivered", 1);
    hooks
        .request()
        .get("/v1/gateway/audit-entries?resourceId=" + useless.id())
        .then()
        .statusCode(200)
        .body("items.action", hasItem("webhook-endpoint.disable"));
    assertThat(waiting.look().disabled()).isPositive();
    assertThat(given().get("/q/metrics").asString())
        .contains("homeport_webhook_deliveries_total{outcome=\"retried\"}")
        .contains("homeport_webhook_oldest_waiting_seconds")
        .contains("homeport_webhook_disabled_endpoints");
  }

  @Test
  void asSoonAsItTakesAnythingItIsWellAgain() {
    Hooks hooks = Hooks.open();
    var calls = new AtomicInteger();
    receiver.on(
        "/moody",
        (request, _) ->
            request.response().setStatusCode(calls.getAndIncrement() == 1 ? 200 : 500).end());
    Hooks.Made endpoint = hooks.endpoint("/moody");
    Hooks.send(hooks.order("a", 1));
    hooks.attempted(endpoint, 1);
    Hooks.send(hooks.order("b", 2));
    hooks.awaitStatus(endpoint, "delivered", 1);
    TestTenants.clockAhead(hooks.tenant(), Duration.ofDays(6));

    await().atMost(SOON).until(() -> calls.get() == 3);

    await().atMost(SOON).until(() -> hooks.log(endpoint).getList("items.attempts").contains(2));
    assertThat(hooks.get("/" + endpoint.id()).<Boolean>path("enabled")).isTrue();
  }
}
