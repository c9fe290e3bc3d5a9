package dev.homeport.platform.event;

import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * An event about to be recorded in the outbox.
 *
 * @param key the Kafka key: events of one key stay in one partition
 * @param type the CloudEvents type, for example {@code dev.homeport.order.recorded.v1}
 * @param subject what it is about, the bare id
 * @param revision of the state it carries; on a compacted topic the highest wins
 * @param data serialised as JSON; no personal data but on a personal topic
 */
public record OutboundEvent(
    UUID id,
    Topic topic,
    String key,
    String type,
    String subject,
    long revision,
    Instant time,
    Object data) {

  public static OutboundEvent of(
      Topic topic, String key, String type, String subject, long revision, Object data) {
    return new OutboundEvent(Ids.next(), topic, key, type, subject, revision, Instant.now(), data);
  }
}
