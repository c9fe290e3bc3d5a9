package dev.homeport.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what has just been committed, from memory, and deletes the rows that the broker has
 * acknowledged. What does not fit, fails or is lost with the process stays in the table for the
 * {@link OutboxRelay}.
 */
@ApplicationScoped
class OutboxSender {
  private static final Logger LOG = Logger.getLogger(OutboxSender.class);
  private static final int CAPACITY = 50_000;
  private static final int DELETE_AT_ONCE = 2_000;

  /** How long acknowledged events may wait for others, so that one statement deletes many. */
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final EventProducer producer;
  private final OutboxTable table;
  private final BlockingQueue<PendingEvent> committed = new LinkedBlockingQueue<>(CAPACITY);
  private final BlockingQueue<UUID> acknowledged = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  OutboxSender(EventProducer producer, OutboxTable table) {
    this.producer = producer;
    this.table = table;
  }

  void offer(List<PendingEvent> events) {
    events.forEach(committed::offer);
  }

  void start(@Observes StartupEvent event) {
    threads.add(Thread.ofPlatform().name("outbox-send").start(this::sendAll));
    threads.add(Thread.ofPlatform().name("outbox-delete").start(this::deleteAll));
  }

  /** After the listeners and requests have ended: what they wrote last still goes out. */
  void stop(@Observes @Priority(1500) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    threads.getFirst().join(5_000);
    producer.flush();
    threads.getLast().join(5_000);
  }

  private void sendAll() {
    while (!stopping || !committed.isEmpty()) {
      try {
        PendingEvent event = committed.poll(100, TimeUnit.MILLISECONDS);
        if (event != null) {
          producer.send(event, (_, failure) -> onCompletion(event, failure));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void onCompletion(PendingEvent event, @Nullable Exception fault) {
    if (fault == null) {
      acknowledged.add(event.id());
    } else {
      LOG.debugf("left to the relay: topic=%s eventId=%s", event.topic(), event.id());
    }
  }

  private void deleteAll() {
    var ids = new ArrayList<UUID>();
    while (!stopping || threads.getFirst().isAlive() || !acknowledged.isEmpty()) {
      try {
        UUID first = acknowledged.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        ids.add(first);
        gather(ids);
        table.delete(ids);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warnf("sent events stay in the outbox and will be sent again: %s", e.getMessage());
      } finally {
        ids.clear();
      }
    }
  }

  private void gather(List<UUID> ids) throws InterruptedException {
    long until = System.nanoTime() + GATHER_NANOS;
    while (ids.size() < DELETE_AT_ONCE) {
      UUID next = acknowledged.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      ids.add(next);
      acknowledged.drainTo(ids, DELETE_AT_ONCE - ids.size());
    }
  }
}
