package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Hooks;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Receiver;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ResendTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static Receiver receiver;
  private static Peer issuer;

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
  void oneDeliveryIsSentAgainUnderTheSameId() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/one-again");
    Hooks.send(hooks.order("k", 1));
    hooks.awaitStatus(endpoint, "delivered", 1);
    String delivery = hooks.only(endpoint).getString("id");

    hooks
        .request()
        .post(Hooks.ENDPOINTS + "/" + endpoint.id() + "/deliveries/" + delivery + "/resends")
        .then()
        .statusCode(202)
        .body("id", equalTo(delivery));

    JsonPath again = hooks.attempted(endpoint, 2);
    assertThat(again.getString("status")).isEqualTo("delivered");
    assertThat(again.getList("attemptLog.number")).containsExactly(2, 1);
    List<Receiver.Received> requests = receiver.at("/one-again");
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).header("webhook-id"))
        .isEqualTo(requests.get(0).header("webhook-id"));
    assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
  }

  @Test
  void aPeriodIsSentAgainInItsOrder() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/period");
    Instant before = Instant.now();
    Hooks.send(
        hooks.order("a", 1),
        hooks.order("a", 2),
        hooks.order("a", 3),
        hooks.order("b", 4),
        hooks.order("a", 5));
    hooks.awaitStatus(endpoint, "delivered", 5);

    Response accepted =
        hooks.post(
            "/" + endpoint.id() + "/resends",
            "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(before, Instant.now().plusSeconds(60)));

    accepted.then().statusCode(202);
    JsonPath job = ended(hooks, accepted);
    assertThat(job.getString("status")).isEqualTo("succeeded");
    assertThat(job.getInt("succeeded")).isEqualTo(5);
    await().atMost(SOON).until(() -> receiver.at("/period").size() == 10);
    hooks.awaitStatus(endpoint, "delivered", 5);
    assertThat(
            receiver.at("/period").stream()
                .skip(5)
                .map(each -> JsonPath.from(each.body()).getInt("data.number"))
                .filter(number -> number != 4))
        .containsExactly(1, 2, 3, 5);
    assertThat(hooks.log(endpoint).getList("items")).hasSize(5);
  }

  @Test
  void whatWasDeliveredCanBeLeftOut() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/failed-only");
    Hooks.send(hooks.order("a", 1));
    hooks.awaitStatus(endpoint, "delivered", 1);

    Response accepted =
        hooks.post(
            "/" + endpoint.id() + "/resends",
            """
            {"from":"2020-01-01T00:00:00Z","to":"%s","onlyFailed":true}"""
                .formatted(Instant.now().plusSeconds(60)));

    JsonPath job = ended(hooks, accepted);
    assertThat(job.getInt("total")).isZero();
    assertThat(receiver.at("/failed-only")).hasSize(1);
    hooks
        .post(
            "/" + endpoint.id() + "/resends",
            "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}")
        .then()
        .statusCode(422);
  }

  private static JsonPath ended(Hooks hooks, Response accepted) {
    String path = accepted.header("Location");
    await().atMost(SOON).until(() -> hooks.request().get(path).path("finishedAt") != null);
    return hooks.request().get(path).jsonPath();
  }
}
