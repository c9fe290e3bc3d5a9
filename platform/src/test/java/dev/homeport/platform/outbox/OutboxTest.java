package dev.homeport.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OutboxTest {
  private static final Topic FACTS = Topic.retained("test.facts", 1);
  private static final Topic STATES = Topic.compacted("test.states");

  @Inject Outbox outbox;
  @Inject OutboxTable table;
  @Inject CurrentTenant tenant;

  @Produces
  @Singleton
  Topic facts() {
    return FACTS;
  }

  @Produces
  @Singleton
  Topic states() {
    return STATES;
  }

  @Test
  void whatIsCommittedIsSentAndThenForgotten() {
    UUID merchant = TestTenants.create();

    commit(merchant, IntStream.range(0, 500).mapToObj(i -> event(FACTS, "k" + i, i)).toList());

    assertThat(TestEvents.receive("test.facts", 500, e -> e.tenant().equals(merchant)))
        .hasSize(500)
        .extracting(TestEvents.Sent::data)
        .contains("{\"n\":499}");
    await().until(() -> table.oldestSeconds() == 0);
  }

  @Test
  void whatIsRolledBackIsNeverSent() {
    UUID merchant = TestTenants.create();

    assertThatThrownBy(
        () ->
            tenant.run(
                merchant,
                () ->
                    QuarkusTransaction.requiringNew()
                        .run(
                            () -> {
                              outbox.append(event(FACTS, "gone", 1));
                              throw new IllegalStateException("roll back");
                            })));
    commit(merchant, List.of(event(FACTS, "kept", 2)));

    assertThat(TestEvents.receive("test.facts", 1, e -> e.tenant().equals(merchant)))
        .extracting(TestEvents.Sent::key)
        .containsExactly("kept");
  }

  @Test
  void onACompactedTopicTheHighestRevisionIsTheLastWord() {
    UUID merchant = TestTenants.create();

    commit(merchant, List.of(event(STATES, "s", 3), event(STATES, "s", 1)));
    commit(merchant, List.of(event(STATES, "s", 2)));
    commit(merchant, List.of(event(STATES, "s", 5)));
    await().until(() -> table.oldestSeconds() == 0);

    assertThat(TestEvents.receive("test.states", 2, e -> e.tenant().equals(merchant)))
        .last()
        .extracting(TestEvents.Sent::data)
        .isEqualTo("{\"n\":5}");
  }

  @Test
  void whatAnotherProcessLeftBehindIsRelayed() throws Exception {
    UUID merchant = TestTenants.create();
    leaveBehind(merchant, "orphan");

    assertThat(TestEvents.receive("test.facts", 1, e -> e.tenant().equals(merchant)))
        .extracting(TestEvents.Sent::key)
        .containsExactly("orphan");
    await().until(() -> table.oldestSeconds() == 0);
  }

  @Test
  void eventsOutsideATransactionAreRefused() {
    UUID merchant = TestTenants.create();

    assertThatThrownBy(() -> tenant.run(merchant, () -> outbox.append(event(FACTS, "k", 1))))
        .isInstanceOf(IllegalStateException.class);
  }

  private void commit(UUID merchant, List<OutboundEvent> events) {
    tenant.run(merchant, () -> QuarkusTransaction.requiringNew().run(() -> outbox.append(events)));
  }

  private void leaveBehind(UUID merchant, String key) {
    table.transact(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  insert into outbox (event_id, tenant_id, topic, key, type, subject, time, data,
                    created_at)
                  values (?, ?, 'test.facts', ?, 't', 's', now(), '{}', now() - interval '1 hour')
                  """)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, merchant);
            statement.setString(3, key);
            return statement.executeUpdate();
          }
        });
  }

  private static OutboundEvent event(Topic topic, String key, long revision) {
    return OutboundEvent.of(
        topic, key, "dev.homeport.test.v1", key, revision, Map.of("n", revision));
  }
}
