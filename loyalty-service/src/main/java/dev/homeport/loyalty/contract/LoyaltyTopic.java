package dev.homeport.loyalty.contract;

import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.event.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What members have. */
public final class LoyaltyTopic {
  /** Key customerId. */
  public static final Topic TOPIC = Topic.retained("homeport.loyalty.v1", 30);

  private LoyaltyTopic() {}

  @Produces
  @Singleton
  static Topic topic() {
    return TOPIC;
  }

  /** The subject is the member in the programme: of another one revisions say nothing. */
  static OutboundEvent event(
      UUID customerId, String programme, String type, long revision, Object data) {
    String key = customerId.toString();
    return OutboundEvent.of(TOPIC, key, type, key + "/" + programme, revision, data);
  }
}
