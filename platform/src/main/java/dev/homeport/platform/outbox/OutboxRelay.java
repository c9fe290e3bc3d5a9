package dev.homeport.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Sends what a lost or overwhelmed process left in the outbox; runs in every replica. Two threads,
 * so that one reads and deletes rows while the other waits for the broker.
 */
@ApplicationScoped
class OutboxRelay {
  private static final int BATCH = 2_000;
  private static final Duration PACE = Duration.ofSeconds(1);

  private final EventProducer producer;
  private final OutboxTable table;
  private final List<Relay> relays =
      List.of(
          new Relay("outbox-relay", PACE, BATCH, this::measuredRound),
          new Relay("outbox-relay-2", PACE, BATCH, this::round));
  private volatile double oldestSeconds;

  OutboxRelay(EventProducer producer, OutboxTable table, MeterRegistry metrics) {
    this.producer = producer;
    this.table = table;
    Gauge.builder("homeport_outbox_oldest_seconds", () -> oldestSeconds)
        .description("Age of the oldest event not yet acknowledged by the broker")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    relays.forEach(Relay::start);
  }

  void stop(@Observes @Priority(1400) ShutdownEvent event) throws InterruptedException {
    for (Relay relay : relays) {
      relay.stop();
    }
  }

  private int measuredRound() {
    oldestSeconds = table.oldestSeconds();
    return round();
  }

  private int round() {
    return table.transact(
        connection -> {
          List<OutboxTable.Row> rows = table.lockLeftOver(connection, BATCH);
          Set<PendingEvent> sent =
              Set.copyOf(
                  Delivery.send(producer, rows.stream().map(OutboxTable.Row::event).toList()));
          return table.deleteLocked(
              connection, rows.stream().filter(row -> sent.contains(row.event())).toList());
        });
  }
}
