package dev.homeport.platform.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One listener's thread: polls, dispatches, and commits offsets some time after the effects are
 * committed: what a crash or another replica makes come again is harmless. While a fault passes it
 * keeps its place in the group and its partitions paused.
 */
final class EventConsumer<T> {
  private static final Logger LOG = Logger.getLogger(EventConsumer.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** When there is something to commit soon. */
  private static final Duration SOON = Duration.ofMillis(50);

  /** How long a batch under load waits for more, so that one transaction takes many. */
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Records that come this soon after a batch are under load. */
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final int ENOUGH = 250;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final EventListener<T> listener;
  private final String group;
  private final EventDispatcher dispatcher;
  private final Map<String, Object> settings;
  private final Thread thread;
  private final Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
  private long committedAt;
  private long takenAt = System.nanoTime() - BUSY_NANOS;
  private volatile boolean stopping;
  private volatile double lagSeconds;

  EventConsumer(
      EventListener<T> listener,
      String group,
      EventDispatcher dispatcher,
      Map<String, Object> settings) {
    this.listener = listener;
    this.group = group;
    this.dispatcher = dispatcher;
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("listen-" + listener.topic()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stopSoon() {
    stopping = true;
  }

  void awaitStop() throws InterruptedException {
    thread.join(10_000);
  }

  /** Age of the newest record taken, when it was taken. */
  double lagSeconds() {
    return lagSeconds;
  }

  private void run() {
    while (!stopping) {
      taken.clear();
      try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
        consumer.subscribe(List.of(listener.topic()), new Handover(consumer));
        while (!stopping) {
          take(consumer, gather(consumer));
          if (System.nanoTime() - committedAt >= COMMIT_NANOS) {
            commit(consumer);
          }
        }
        commit(consumer);
      } catch (WakeupException _) {
        return;
      } catch (KafkaException e) {
        LOG.warnf("listener starts again: consumer=%s fault=%s", group, e.getMessage());
        pause(1);
      }
    }
  }

  /** A lone record waits for nobody. */
  private List<ConsumerRecords<String, byte[]>> gather(KafkaConsumer<String, byte[]> consumer) {
    var polled = new ArrayList<ConsumerRecords<String, byte[]>>();
    polled.add(consumer.poll(taken.isEmpty() ? POLL : SOON));
    int count = polled.getFirst().count();
    long begun = System.nanoTime();
    if (count == 0 || begun - takenAt > BUSY_NANOS) {
      return polled;
    }
    for (long left = GATHER_NANOS; left > 0 && count < ENOUGH && !stopping; ) {
      ConsumerRecords<String, byte[]> more = consumer.poll(Duration.ofNanos(left));
      polled.add(more);
      count += more.count();
      left = GATHER_NANOS - (System.nanoTime() - begun);
    }
    return polled;
  }

  private void take(
      KafkaConsumer<String, byte[]> consumer, List<ConsumerRecords<String, byte[]>> polled) {
    if (polled.getFirst().isEmpty()) {
      return;
    }
    List<ReceivedRecord> received = new ArrayList<>();
    long newest = 0;
    for (ConsumerRecords<String, byte[]> records : polled) {
      for (ConsumerRecord<String, byte[]> message : records) {
        newest = Math.max(newest, message.timestamp());
        Optional<ReceivedRecord> record = ReceivedRecord.read(message);
        record.ifPresentOrElse(received::add, () -> skip(message));
      }
    }
    if (dispatchUntilTaken(consumer, received)) {
      takenAt = System.nanoTime();
      lagSeconds = Math.max(0, (System.currentTimeMillis() - newest) / 1000.0);
      polled.forEach(records -> taken.putAll(records.nextOffsets()));
    }
  }

  private boolean dispatchUntilTaken(
      KafkaConsumer<String, byte[]> consumer, List<ReceivedRecord> records) {
    for (int attempt = 1; !stopping; attempt++) {
      try {
        dispatcher.dispatch(listener, group, records);
        consumer.resume(consumer.paused());
        return true;
      } catch (RuntimeException fault) {
        LOG.warnf(
            "events wait for a fault to pass: consumer=%s attempt=%d fault=%s",
            group, attempt, Reasons.of(fault));
        pause(attempt);
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
      }
    }
    return false;
  }

  private void pause(int attempt) {
    long wait = Math.min(LONGEST_WAIT.toMillis(), 100L << Math.min(attempt, 10));
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }

  /** If the partitions have gone to another replica, it takes the records again: harmless. */
  private void commit(KafkaConsumer<String, byte[]> consumer) {
    taken.keySet().retainAll(consumer.assignment());
    if (taken.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(taken);
    } catch (KafkaException e) {
      LOG.infof("offsets not committed: consumer=%s fault=%s", group, e.getMessage());
    }
    taken.clear();
    committedAt = System.nanoTime();
  }

  /** Before partitions go to another replica, it is told how far they were taken. */
  private final class Handover implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> consumer;

    private Handover(KafkaConsumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit(consumer);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
  }

  private void skip(ConsumerRecord<String, byte[]> message) {
    if (message.value() != null) {
      LOG.warnf(
          "no event of a tenant: consumer=%s partition=%d offset=%d",
          group, message.partition(), message.offset());
    }
  }
}
