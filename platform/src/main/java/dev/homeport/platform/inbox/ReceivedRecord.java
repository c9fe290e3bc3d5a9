package dev.homeport.platform.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.event.InboundEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record whose envelope could be read; its data is still text.
 *
 * @param epoch how often its tenant had been emptied when it was recorded
 */
record ReceivedRecord(
    String topic,
    int partition,
    long offset,
    UUID id,
    String source,
    String type,
    UUID tenant,
    int epoch,
    String key,
    String subject,
    Instant time,
    @Nullable String traceparent,
    String data) {

  /** Empty for a tombstone and for what is no CloudEvent of a tenant: nobody could own it. */
  static Optional<ReceivedRecord> read(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null || message.key() == null) {
      return Optional.empty();
    }
    try {
      CloudEvent event =
          KafkaMessageFactory.createReader(message.headers(), message.value()).toEvent();
      CloudEventData data = event.getData();
      var trace = message.headers().lastHeader("traceparent");
      return Optional.of(
          new ReceivedRecord(
              message.topic(),
              message.partition(),
              message.offset(),
              UUID.fromString(event.getId()),
              String.valueOf(event.getSource()),
              event.getType(),
              UUID.fromString(String.valueOf(event.getExtension("tenantid"))),
              epoch(event),
              message.key(),
              event.getSubject() == null ? message.key() : event.getSubject(),
              event.getTime() == null ? Instant.EPOCH : event.getTime().toInstant(),
              trace == null ? null : new String(trace.value(), StandardCharsets.US_ASCII),
              data == null ? "" : new String(data.toBytes(), StandardCharsets.UTF_8)));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  private static int epoch(CloudEvent event) {
    Object epoch = event.getExtension("tenantepoch");
    return epoch == null ? 0 : Integer.parseInt(epoch.toString());
  }

  /** The same with other data. */
  ReceivedRecord saying(String other) {
    return other.equals(data)
        ? this
        : new ReceivedRecord(
            topic,
            partition,
            offset,
            id,
            source,
            type,
            tenant,
            epoch,
            key,
            subject,
            time,
            traceparent,
            other);
  }

  /** Empty when the listener does not take this type. */
  <T> Optional<InboundEvent<T>> as(EventListener<T> listener) {
    Class<? extends T> payload = listener.payloads().get(type);
    return payload == null
        ? Optional.empty()
        : Optional.of(
            new InboundEvent<>(
                id, source, type, tenant, key, subject, time, EventJson.read(data, payload)));
  }

  /** The revision of the state in the data, 0 where there is none. */
  long revision() {
    try {
      JsonNode revision = EventJson.tree(data).get("revision");
      return revision == null ? 0 : revision.asLong();
    } catch (IllegalArgumentException _) {
      return 0;
    }
  }
}
