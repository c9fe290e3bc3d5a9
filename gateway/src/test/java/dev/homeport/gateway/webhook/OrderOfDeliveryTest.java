package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Hooks;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Receiver;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits for what, and what does not. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class OrderOfDeliveryTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static Receiver receiver;
  private static Peer issuer;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

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
  void whatFailsHoldsBackItsKeyAloneUntilItIsThrough() {
    Hooks hooks = Hooks.open();
    var failed = new AtomicInteger();
    receiver.on(
        "/held",
        (request, received) -> {
          boolean first = number(received) == 1 && failed.getAndIncrement() == 0;
          request.response().setStatusCode(first ? 500 : 200).end();
        });
    Hooks.Made endpoint = hooks.endpoint("/held");

    Hooks.send(
        hooks.order("a", 1),
        hooks.order("b", 10),
        hooks.order("a", 2),
        hooks.order("a", 3),
        hooks.order("b", 11));

    hooks.awaitStatus(endpoint, "delivered", 2);
    assertThat(numbers("/held")).containsExactlyInAnyOrder(1, 10, 11);
    TestTenants.clockAhead(hooks.tenant(), Duration.ofSeconds(10));
    hooks.awaitStatus(endpoint, "delivered", 5);
    assertThat(numbers("/held").stream().filter(number -> number < 10)).containsExactly(1, 1, 2, 3);
    assertThat(numbers("/held").stream().filter(number -> number >= 10)).containsExactly(10, 11);
  }

  @Test
  void ofRandomHistoriesEveryKeyArrivesInItsOrderHoweverTheReceiverAnswers() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    Hooks hooks = Hooks.open();
    receiver.on(
        "/law",
        (request, received) -> {
          boolean fails = (received.body().hashCode() + seed) % 7 == 0 && again(received);
          request.response().setStatusCode(fails ? 503 : 204).end();
        });
    Hooks.Made endpoint = hooks.endpoint("/law", Hooks.ORDER, ",\"maxConcurrency\":8");
    var events = new ArrayList<Sent>();
    for (int i = 0; i < 120; i++) {
      events.add(hooks.order("key-" + random.nextInt(9), i));
    }

    Hooks.send(events.toArray(Sent[]::new));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              long ahead = 6L + 6L * SECONDS.getAndIncrement();
              TestTenants.clockAhead(hooks.tenant(), Duration.ofSeconds(ahead));
              return hooks
                      .get("/" + endpoint.id() + "/deliveries?limit=250&status=delivered")
                      .jsonPath()
                      .getList("items")
                      .size()
                  == events.size();
            });

    for (int key = 0; key < 9; key++) {
      String lane = "key-" + key;
      List<Integer> arrived =
          receiver.at("/law").stream()
              .filter(r -> JsonPath.from(r.body()).getString("partitionkey").equals(lane))
              .map(OrderOfDeliveryTest::number)
              .distinct()
              .toList();
      var sorted = new ArrayList<>(arrived);
      Collections.sort(sorted);
      assertThat(arrived).as("seed %d", seed).isEqualTo(sorted);
    }
  }

  @Test
  void aDeadEndpointDelaysNoOther() {
    Hooks hooks = Hooks.open();
    receiver.on("/dead", (_, _) -> {});
    Hooks.Made dead = hooks.endpoint("/dead");
    Hooks.Made alive = hooks.endpoint("/alive");
    var events = new ArrayList<Sent>();
    for (int i = 0; i < 60; i++) {
      events.add(hooks.order("key-" + i, i));
    }

    Hooks.send(events.toArray(Sent[]::new));

    hooks.awaitStatus(alive, "delivered", 60);
    assertThat(hooks.log(dead).getList("items.status")).containsOnly("waiting");
    assertThat(receiver.at("/dead").size()).isLessThan(20);
  }

  @Test
  void noMoreRequestsAreUnderWayThanTheEndpointTakes() {
    Hooks hooks = Hooks.open();
    var under = new AtomicInteger();
    var most = new AtomicInteger();
    receiver.on(
        "/narrow",
        (request, _) -> {
          most.accumulateAndGet(under.incrementAndGet(), Math::max);
          io.vertx.core.Vertx.currentContext()
              .owner()
              .setTimer(
                  60,
                  _ -> {
                    under.decrementAndGet();
                    request.response().end();
                  });
        });
    Hooks.Made endpoint =
        hooks.endpoint("/narrow", Hooks.ORDER, ",\"maxConcurrency\":3,\"ordering\":\"none\"");
    var events = new ArrayList<Sent>();
    for (int i = 0; i < 30; i++) {
      events.add(hooks.order("one", i));
    }

    Hooks.send(events.toArray(Sent[]::new));

    hooks.awaitStatus(endpoint, "delivered", 30);
    assertThat(most.get()).isEqualTo(3);
  }

  /**
   * As after kill -9 of a replica: its lease ends, and what it was about to note counts no more.
   */
  @Test
  void whatAReplicaThatDiedWasSendingIsSentAgain() {
    Hooks hooks = Hooks.open();
    var calls = new AtomicInteger();
    receiver.on(
        "/died",
        (request, _) -> {
          switch (calls.incrementAndGet()) {
            case 1 -> {} // never answered
            case 2 -> request.response().end();
            default -> request.response().setStatusCode(500).end();
          }
        });
    Hooks.Made endpoint = hooks.endpoint("/died");
    Hooks.send(hooks.order("k", 1), hooks.order("k", 2));
    await().atMost(SOON).until(() -> calls.get() == 1);

    endLeases(hooks);

    await().atMost(Duration.ofMillis(1_500)).until(() -> calls.get() == 3);
    List<Receiver.Received> requests = receiver.at("/died");
    assertThat(requests.get(0).header("webhook-id"))
        .isEqualTo(requests.get(1).header("webhook-id"))
        .isNotEqualTo(requests.get(2).header("webhook-id"));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(8))
        .until(
            () -> {
              JsonPath log = hooks.log(endpoint);
              return log.getList("items.status").equals(List.of("waiting", "delivered"))
                  && log.getList("items.attempts").equals(List.of(1, 1));
            });
  }

  private void endLeases(Hooks hooks) {
    try (var connection =
            DriverManager.getConnection(database, "gateway_worker", "local-only-gateway_worker");
        var statement =
            connection.prepareStatement(
                "update webhook_lane set leased_until = clock_timestamp() where tenant_id = ?")) {
      statement.setObject(1, hooks.tenant());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static final AtomicInteger SECONDS = new AtomicInteger();
  private static final java.util.Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private static boolean again(Receiver.Received received) {
    return SEEN.add(received.header("webhook-id"));
  }

  private static List<Integer> numbers(String path) {
    return receiver.at(path).stream().map(OrderOfDeliveryTest::number).toList();
  }

  private static int number(Receiver.Received received) {
    return JsonPath.from(received.body()).getInt("data.number");
  }
}
