package dev.homeport.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one Kafka producer of a service: idempotent, acknowledged by all replicas. It does not
 * compress: batches are small, and lz4 would allocate 128 KiB for each of them. A topic's own
 * {@code compression.type} has the broker do it.
 */
@ApplicationScoped
class EventProducer {
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private final KafkaProducer<String, byte[]> producer;
  private final URI source;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.producer = new KafkaProducer<>(settings(broker));
    this.source = URI.create("/homeport/" + service);
  }

  /** May wait for room or metadata for a few seconds; a failure comes to the callback. */
  void send(PendingEvent event, Callback acknowledged) {
    try {
      producer.send(event.toRecord(source), acknowledged);
    } catch (RuntimeException e) {
      acknowledged.onCompletion(null, e);
    }
  }

  void flush() {
    producer.flush();
  }

  void stop(@Observes @Priority(2000) ShutdownEvent event) {
    producer.close(Duration.ofSeconds(5));
  }

  private static Map<String, Object> settings(Map<String, Object> broker) {
    var settings = new HashMap<>(broker);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 4);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis() / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    return settings;
  }
}
