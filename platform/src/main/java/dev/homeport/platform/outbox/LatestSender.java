package dev.homeport.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Sends the events of compacted topics. One process does so at a time: two senders could leave the
 * older of two revisions as the topic's last word.
 */
@ApplicationScoped
class LatestSender {
  private static final int BATCH = 2_000;

  private final EventProducer producer;
  private final OutboxTable table;
  private final Relay relay = new Relay("outbox-latest", Duration.ofSeconds(1), BATCH, this::round);

  LatestSender(EventProducer producer, OutboxTable table) {
    this.producer = producer;
    this.table = table;
  }

  void wake() {
    relay.wake();
  }

  void start(@Observes StartupEvent event) {
    relay.start();
  }

  void stop(@Observes @Priority(1400) ShutdownEvent event) throws InterruptedException {
    relay.stop();
  }

  private int round() {
    return table.transact(
        connection -> {
          if (!table.lockLatest(connection)) {
            return 0;
          }
          List<PendingEvent> sent = Delivery.send(producer, table.latest(connection, BATCH));
          return sent.isEmpty() ? 0 : table.deleteLatest(connection, sent);
        });
  }
}
