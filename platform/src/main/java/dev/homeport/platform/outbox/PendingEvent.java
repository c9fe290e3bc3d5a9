package dev.homeport.platform.outbox;

import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox: an event with its data already written as JSON.
 *
 * @param epoch how often its tenant had been emptied when it was recorded
 */
record PendingEvent(
    UUID id,
    UUID tenant,
    String topic,
    String key,
    String type,
    String subject,
    Instant time,
    @Nullable String traceparent,
    String data,
    int epoch,
    long revision) {

  static PendingEvent of(
      OutboundEvent event,
      UUID tenant,
      int epoch,
      @Nullable String traceparent,
      UnaryOperator<String> seal) {
    String data = EventJson.write(event.data());
    boolean personal = event.topic() instanceof Topic.Retained kept && kept.personal();
    return new PendingEvent(
        event.id(),
        tenant,
        event.topic().name(),
        event.key(),
        event.type(),
        event.subject(),
        event.time(),
        traceparent,
        personal ? seal.apply(data) : data,
        epoch,
        event.revision());
  }

  /** Reads a row of either table; only {@code outbox_latest} has a revision of its own. */
  static PendingEvent read(ResultSet row, long revision) throws SQLException {
    return new PendingEvent(
        row.getObject("event_id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getString("topic"),
        row.getString("key"),
        row.getString("type"),
        row.getString("subject"),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        row.getString("traceparent"),
        row.getString("data"),
        row.getInt("epoch"),
        revision);
  }

  ProducerRecord<String, byte[]> toRecord(URI source) {
    var event =
        CloudEventBuilder.v1()
            .withId(id.toString())
            .withSource(source)
            .withType(type)
            .withSubject(subject)
            .withTime(time.atOffset(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .withExtension("tenantid", tenant.toString())
            .withExtension("partitionkey", key)
            .withData(data.getBytes(StandardCharsets.UTF_8));
    if (epoch > 0) {
      event.withExtension("tenantepoch", epoch);
    }
    ProducerRecord<String, byte[]> message =
        KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event.build());
    if (traceparent != null) {
      message.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
    }
    return message;
  }
}
