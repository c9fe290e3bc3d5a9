package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private final Path temp;

  KafkaBrokerTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void records_survive_a_stop_and_a_crash_and_a_move_to_other_ports() throws Exception {
    var data = temp.resolve("kafka");
    try (var first = KafkaBroker.start(data)) {
      createTopic(first);
      send(first, "before the stop");
    }
    var second = KafkaBroker.start(data);
    send(second, "before the crash");
    second.kill();

    try (var third = KafkaBroker.start(data)) {
      assertThat(read(third, 2)).containsExactlyInAnyOrder("before the stop", "before the crash");
      assertThatThrownBy(() -> partitions(third, "never-created"))
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      assertThat(partitions(third, "notes")).isEqualTo(6);
    }
  }

  private static Map<String, Object> client(KafkaBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static void createTopic(KafkaBroker broker) throws Exception {
    try (var admin = Admin.create(client(broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("notes", java.util.Optional.empty(), java.util.Optional.empty())))
          .all()
          .get();
    }
  }

  private static int partitions(KafkaBroker broker, String topic)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(client(broker))) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .partitions()
          .size();
    }
  }

  private static void send(KafkaBroker broker, String note) throws Exception {
    try (var producer =
        new KafkaProducer<>(client(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("notes", note.getBytes(StandardCharsets.UTF_8))).get();
    }
  }

  private static List<String> read(KafkaBroker broker, int count) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", broker.bootstrapServers(),
            "group.id", "readers",
            "auto.offset.reset", "earliest");
    var notes = new java.util.ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("notes"));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (notes.size() < count && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> notes.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
    return notes;
  }
}
