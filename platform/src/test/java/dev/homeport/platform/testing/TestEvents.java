package dev.homeport.platform.testing;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends events as another service would, and reads what the service under test has sent. */
public final class TestEvents {
  private TestEvents() {}

  /**
   * An event on its way: the key, the CloudEvents type and id, and the data as JSON.
   *
   * @param epoch how often the tenant had been emptied
   */
  public record Sent(UUID id, String key, String type, UUID tenant, String data, int epoch) {
    public Sent(String key, String type, UUID tenant, String data) {
      this(UUID.randomUUID(), key, type, tenant, data);
    }

    public Sent(UUID id, String key, String type, UUID tenant, String data) {
      this(id, key, type, tenant, data, 0);
    }

    /** The same of another epoch. */
    public Sent of(int another) {
      return new Sent(id, key, type, tenant, data, another);
    }
  }

  /** Creates a topic that another service would own. */
  public static void createTopic(String name) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
      admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends in order and waits until the broker has them all. */
  public static void send(String topic, List<Sent> events) {
    createTopic(topic);
    Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Sent event : events) {
        producer.send(
            KafkaMessageFactory.<String>createWriter(topic, event.key())
                .writeBinary(cloudEvent(event)));
      }
      producer.flush();
    }
  }

  /** As the other, for one event or a few. */
  public static void send(String topic, Sent... events) {
    send(topic, List.of(events));
  }

  /** Reads a topic from its beginning until enough events match, for at most ten seconds. */
  public static List<Sent> receive(String topic, int count, Predicate<Sent> match) {
    createTopic(topic);
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", broker());
    settings.put("auto.offset.reset", "earliest");
    var found = new ArrayList<Sent>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
              .toList());
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                message -> {
                  CloudEvent event =
                      KafkaMessageFactory.createReader(message.headers(), message.value())
                          .toEvent();
                  Sent sent =
                      new Sent(
                          UUID.fromString(event.getId()),
                          message.key(),
                          event.getType(),
                          UUID.fromString(String.valueOf(event.getExtension("tenantid"))),
                          new String(message.value(), StandardCharsets.UTF_8));
                  if (match.test(sent)) {
                    found.add(sent);
                  }
                });
      }
    }
    return found;
  }

  private static CloudEvent cloudEvent(Sent event) {
    return CloudEventBuilder.v1()
        .withId(event.id().toString())
        .withSource(URI.create("/homeport/test"))
        .withType(event.type())
        .withSubject(event.key())
        .withTime(OffsetDateTime.now())
        .withDataContentType("application/json")
        .withExtension("tenantid", event.tenant().toString())
        .withExtension("tenantepoch", event.epoch())
        .withExtension("partitionkey", event.key())
        .withData(event.data().getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static String broker() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
