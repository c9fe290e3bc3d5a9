package dev.homeport.analytics.contract;

import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer has entered a segment, or left it.
 *
 * @param segment the key
 * @param segmentVersion of the definition
 * @param reason change, time, edit or list
 * @param at when it came so
 * @param revision rises with every movement of the segment; of one customer and segment the highest
 *     tells how it stands
 */
public record SegmentMoved(
    UUID customerId,
    UUID segmentId,
    String segment,
    long segmentVersion,
    String reason,
    Instant at,
    long revision) {
  /** The customer is in. */
  public static final String ENTERED = "dev.homeport.analytics.segment-entered.v1";

  /** The customer is out. */
  public static final String LEFT = "dev.homeport.analytics.segment-left.v1";

  /** As it goes into the outbox. */
  public OutboundEvent toEvent(Topic topic, String type) {
    String key = customerId.toString();
    return OutboundEvent.of(topic, key, type, key, revision, this);
  }
}
