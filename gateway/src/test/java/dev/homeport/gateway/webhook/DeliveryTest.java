package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Hooks;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Receiver;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class DeliveryTest {
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
  void anEventArrivesSignedAsACloudEventAndTheLogTellsOfIt() {
    Hooks hooks = Hooks.open();
    receiver.on("/arrives", 200);
    Hooks.Made endpoint = hooks.endpoint("/arrives");
    Sent order = hooks.order("k1", 1);

    Hooks.send(order);

    await().atMost(SOON).until(() -> receiver.at("/arrives").size() == 1);
    Receiver.Received request = receiver.at("/arrives").getFirst();
    assertThat(request.signedWith(endpoint.secret())).isTrue();
    assertThat(request.header("webhook-id")).isEqualTo(order.id().toString());
    assertThat(Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp"))))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(request.header("content-type")).startsWith("application/cloudevents+json");
    JsonPath event = JsonPath.from(request.body());
    assertThat(event.getString("specversion")).isEqualTo("1.0");
    assertThat(event.getString("id")).isEqualTo(order.id().toString());
    assertThat(event.getString("source")).isEqualTo("/homeport/test");
    assertThat(event.getString("type")).isEqualTo(Hooks.ORDER);
    assertThat(event.getString("subject")).isEqualTo("k1");
    assertThat(event.getString("tenantid")).isEqualTo(hooks.tenant().toString());
    assertThat(event.getString("data.total")).isEqualTo("12.30");
    hooks.awaitStatus(endpoint, "delivered", 1);
    JsonPath delivery = hooks.only(endpoint);
    assertThat(delivery.getString("body")).isEqualTo(request.body());
    assertThat(delivery.getInt("attemptLog[0].status")).isEqualTo(200);
    assertThat(delivery.getString("attemptLog[0].answer")).isEqualTo("so it is");
    assertThat(delivery.getString("nextAttemptAt")).isNull();
  }

  @Test
  void anEventThatComesTwiceIsDeliveredOnce() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/once");
    Sent first = hooks.order("k", 1);
    Sent last = hooks.order("k", 2);

    Hooks.send(first, first);
    Hooks.send(first, last);

    hooks.awaitStatus(endpoint, "delivered", 2);
    assertThat(numbers("/once")).containsExactly(1, 2);
  }

  @Test
  void anImportOfHistoryAndWhatIsPublishedAgainIsNotDelivered() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/news");

    Hooks.send(
        new Sent("k", Hooks.ORDER, hooks.tenant(), "{\"number\":1,\"backfill\":true}"),
        new Sent("k", Hooks.ORDER, hooks.tenant(), "{\"number\":2,\"change\":\"republished\"}"),
        new Sent(
            "k",
            Hooks.ORDER,
            hooks.tenant(),
            "{\"number\":3,\"change\":\"placed\",\"backfill\":false}"));

    hooks.awaitStatus(endpoint, "delivered", 1);
    assertThat(numbers("/news")).containsExactly(3);
  }

  @Test
  void onlyWhatIsAskedForComesAndOnlyOfTheTenant() {
    Hooks hooks = Hooks.open();
    Hooks other = Hooks.open();
    Hooks.Made orders = hooks.endpoint("/family", "dev.homeport.order.*", "");
    Hooks.Made all = hooks.endpoint("/all", "*", "");
    other.endpoint("/others", "*", "");
    TestEvents.send(
        "homeport.loyalty.v1",
        new Sent("c", "dev.homeport.loyalty.tier-changed.v1", hooks.tenant(), "{\"number\":7}"));
    Hooks.send(
        hooks.order("k", 1),
        new Sent(
            "k", "dev.homeport.order.free-return-recorded.v1", hooks.tenant(), "{\"number\":2}"));

    hooks.awaitStatus(orders, "delivered", 2);
    hooks.awaitStatus(all, "delivered", 3);
    assertThat(numbers("/family")).containsExactly(1, 2);
    assertThat(numbers("/all")).containsExactlyInAnyOrder(1, 2, 7);
    assertThat(receiver.at("/others")).isEmpty();
  }

  @Test
  void aTestEventGoesTheSameWayWhateverIsAskedFor() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/test");

    hooks
        .request()
        .post(Hooks.ENDPOINTS + "/" + endpoint.id() + "/test-events")
        .then()
        .statusCode(202);

    await().atMost(SOON).until(() -> receiver.at("/test").size() == 1);
    Receiver.Received request = receiver.at("/test").getFirst();
    assertThat(request.signedWith(endpoint.secret())).isTrue();
    assertThat(JsonPath.from(request.body()).getString("type"))
        .isEqualTo("dev.homeport.gateway.webhook-test.v1");
    hooks.awaitStatus(endpoint, "delivered", 1);
  }

  @Test
  void ofALargeAnswerTheBeginningIsKept() {
    Hooks hooks = Hooks.open();
    receiver.on("/large", (request, _) -> request.response().end("x".repeat(1 << 20)));
    Hooks.Made endpoint = hooks.endpoint("/large");

    Hooks.send(hooks.order("k", 1));

    hooks.awaitStatus(endpoint, "delivered", 1);
    assertThat(hooks.only(endpoint).getString("attemptLog[0].answer")).hasSize(4_096);
  }

  private static List<Integer> numbers(String path) {
    return receiver.at(path).stream()
        .map(request -> JsonPath.from(request.body()).getInt("data.number"))
        .toList();
  }
}
