package dev.homeport.system.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that notes how old events of orders are when it has them. */
final class EventWatch implements AutoCloseable {
  private static final List<String> TOPICS = List.of("homeport.order.v1", "homeport.buyer.v1");
  private static final String TIME = "ce_time";
  private static final Duration POLL = Duration.ofMillis(100);

  private final Histogram delays = Latencies.histogram();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean over;

  private EventWatch(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name("event-watch").start(this::watch);
  }

  /** Stands at the end of the topics when it returns. */
  static EventWatch begin(Bench bench) throws Exception {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", bench.suite().kafka().bootstrapServers());
    settings.put("key.deserializer", ByteArrayDeserializer.class);
    settings.put("value.deserializer", ByteArrayDeserializer.class);
    settings.put("enable.auto.commit", false);
    var partitions = new ArrayList<TopicPartition>();
    try (var kafka = new Kafka(bench.suite().kafka().bootstrapServers())) {
      for (String topic : TOPICS) {
        partitions.addAll(kafka.partitions(topic));
      }
    }
    var consumer = new KafkaConsumer<byte[], byte[]>(Map.copyOf(settings));
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new EventWatch(consumer);
  }

  /** All delays, in nanoseconds. */
  Histogram end() {
    close();
    return delays;
  }

  private void watch() {
    while (!over) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Instant made =
            Instant.parse(
                new String(record.headers().lastHeader(TIME).value(), StandardCharsets.US_ASCII));
        Latencies.record(delays, made.until(Instant.now(), ChronoUnit.NANOS));
      }
    }
    consumer.close();
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
