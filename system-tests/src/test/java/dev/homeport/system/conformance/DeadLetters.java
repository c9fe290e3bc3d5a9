package dev.homeport.system.conformance;

import static org.awaitility.Awaitility.await;

import dev.homeport.system.Homeport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;

/** Dead letters as they come about: events about a tenant whose data no service can read. */
final class DeadLetters implements AutoCloseable {
  private static final String TOPIC = "homeport.tenant.v1";
  private static final String TYPE = "dev.homeport.gateway.tenant-configured.v1";
  private static final int AT_ONCE = 12;

  private final KafkaProducer<String, String> producer = producer();
  private final Map<String, Deque<String>> unused = new HashMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();

  /** One that nobody has settled yet. */
  String fresh(World world, Side side, Operation list) {
    String place = side.merchant().tenant() + list.document().service();
    var left = unused.computeIfAbsent(place, _ -> new ArrayDeque<>());
    var known = seen.computeIfAbsent(place, _ -> new HashSet<>());
    if (left.isEmpty()) {
      poison(side, AT_ONCE);
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                world.all(side, list).stream().filter(known::add).forEach(left::add);
                return left.size() >= AT_ONCE;
              });
    }
    return left.removeLast();
  }

  /** Sends events that end as a dead letter in every service. */
  void poison(Side side, int count) {
    for (int i = 0; i < count; i++) {
      var event = new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), "{\"slug\": 7}");
      headers(side.merchant().tenant())
          .forEach(
              (name, value) ->
                  event
                      .headers()
                      .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
      producer.send(event);
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private static KafkaProducer<String, String> producer() {
    String broker = "localhost:" + Homeport.suite().settings().ports().kafka();
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker, "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static Map<String, String> headers(UUID tenant) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        UUID.randomUUID().toString(),
        "ce_source",
        "/homeport/conformance",
        "ce_type",
        TYPE,
        "ce_tenantid",
        tenant.toString(),
        "content-type",
        "application/json");
  }
}
