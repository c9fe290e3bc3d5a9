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

/** Sends what a lost or overwhelmed process left in the outbox; runs in every replica. */
@ApplicationScoped
class OutboxRelay {
  private static final int BATCH = 2_000;

  private final EventProducer producer;
  private final OutboxTable table;
  private final Relay relay = new Relay("outbox-relay", Duration.ofSeconds(1), BATCH, this::round);
  private volatile double oldestSeconds;

  OutboxRelay(EventProducer producer, OutboxTable table, MeterRegistry metrics) {
    this.producer = producer;
    this.table = table;
    Gauge.builder("homeport_outbox_oldest_seconds", () -> oldestSeconds)
        .description("Age of the oldest event not yet acknowledged by the broker")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    relay.start();
  }

  void stop(@Observes @Priority(1400) ShutdownEvent event) throws InterruptedException {
    relay.stop();
  }

  private int round() {
    oldestSeconds = table.oldestSeconds();
    return table.transact(
        connection -> {
          List<PendingEvent> sent = Delivery.send(producer, table.lockLeftOver(connection, BATCH));
          return table.delete(connection, sent.stream().map(PendingEvent::id).toList());
        });
  }
}
