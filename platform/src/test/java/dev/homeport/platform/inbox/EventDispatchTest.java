package dev.homeport.platform.inbox;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.platform.inbox.RecordingListener.Noted;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class EventDispatchTest {
  @Inject RecordingListener listener;

  private UUID merchant;

  @BeforeEach
  void start() {
    merchant = TestTenants.create();
    listener.reset();
  }

  @Test
  void eventsOfAKeyArriveInOrderAndOnce() {
    var events = IntStream.range(0, 300).mapToObj(i -> note("a", i)).toList();
    TestEvents.send(RecordingListener.TOPIC, events);
    TestEvents.send(RecordingListener.TOPIC, events);
    TestEvents.send(RecordingListener.TOPIC, note("a", 1000));

    await().until(() -> listener.noted(merchant).contains(1000L));

    assertThat(listener.noted(merchant)).hasSize(301).isSorted();
  }

  @Test
  void onePoisonEventGoesToTheDeadLettersAndNoOtherIsHeldUp() {
    listener.refuse(merchant, 7);
    TestEvents.send(
        RecordingListener.TOPIC, IntStream.range(0, 20).mapToObj(i -> note("k" + i, i)).toList());

    await().until(() -> listener.noted(merchant).size() == 19);
    await().until(() -> letters().size() == 1);

    assertThat(listener.noted(merchant)).doesNotContain(7L);
    assertThat(
            TestEvents.receive(
                RecordingListener.TOPIC + ".platform-service.dlq",
                1,
                e -> e.tenant().equals(merchant)))
        .hasSize(1);
  }

  @Test
  void laterEventsOfTheKeyAreParkedAndAReplayTakesThemInOrder() {
    listener.refuse(merchant, 1);
    TestEvents.send(
        RecordingListener.TOPIC, note("p", 0), note("p", 1), note("p", 2), note("p", 3));
    TestEvents.send(RecordingListener.TOPIC, note("p", 4), note("q", 100));
    await().until(() -> letters().size() == 4 && listener.noted(merchant).contains(100L));

    listener.accept(merchant, 1);
    String first = letters().getFirst();
    given()
        .auth()
        .oauth2(token(merchant, "admin:write"))
        .post("/v1/platform-service/admin/dead-letters/" + first + "/replay")
        .then()
        .statusCode(200);

    assertThat(letters()).isEmpty();
    assertThat(listener.noted(merchant))
        .filteredOn(n -> n < 100)
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void anEventThatIsRefusedAgainStaysWhereItIs() {
    listener.refuse(merchant, 1);
    TestEvents.send(RecordingListener.TOPIC, note("s", 1));
    await().until(() -> letters().size() == 1);

    given()
        .auth()
        .oauth2(token(merchant, "admin:write"))
        .post("/v1/platform-service/admin/dead-letters/" + letters().getFirst() + "/replay")
        .then()
        .statusCode(409)
        .body("code", equalTo("event-not-taken"));

    assertThat(letters()).hasSize(1);
  }

  @Test
  void eventsWaitForAFaultThatPasses() {
    listener.failForAWhile(merchant, 3);
    TestEvents.send(RecordingListener.TOPIC, note("w", 5));

    await().until(() -> listener.noted(merchant).contains(5L));

    assertThat(letters()).isEmpty();
  }

  @Test
  void theDeadLettersOfOneTenantAreNothingToAnother() {
    listener.refuse(merchant, 1);
    TestEvents.send(RecordingListener.TOPIC, note("x", 1));
    await().until(() -> letters().size() == 1);

    given()
        .auth()
        .oauth2(token(TestTenants.create(), "admin:read admin:write"))
        .delete("/v1/platform-service/admin/dead-letters/" + letters().getFirst())
        .then()
        .statusCode(404);
  }

  @Test
  void eventsOfBeforeAResetArePassedOverAndThoseOfAfterItWaitForIt() {
    TestEvents.send(RecordingListener.TOPIC, note("r", 1).of(1), note("r", 2), note("r", 3).of(1));

    TestTenants.empty(merchant);

    await().until(() -> listener.noted(merchant).contains(3L));
    assertThat(listener.noted(merchant)).containsExactly(1L, 3L);
  }

  private List<String> letters() {
    return given()
        .auth()
        .oauth2(token(merchant, "admin:read"))
        .get("/v1/platform-service/admin/dead-letters")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private Sent note(String key, long number) {
    UUID id = UUID.nameUUIDFromBytes((merchant + key + number).getBytes());
    return new Sent(id, key, Noted.TYPE, merchant, "{\"number\":" + number + "}");
  }
}
