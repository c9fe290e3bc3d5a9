package dev.homeport.gateway.webhook.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.webhook.EventTypes;
import dev.homeport.gateway.webhook.store.Interest;
import dev.homeport.platform.event.InboundEvent;
import dev.homeport.platform.inbox.EventListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the events of one topic for those who want them delivered. */
final class WebhookListener implements EventListener<JsonNode> {
  private final String topic;
  private final Interest interest;
  private final Recording recording;

  WebhookListener(String topic, Interest interest, Recording recording) {
    this.topic = topic;
    this.interest = interest;
    this.recording = recording;
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public String consumer() {
    return "webhooks." + topic;
  }

  @Override
  public Map<String, Class<? extends JsonNode>> payloads() {
    return EventTypes.of(topic).stream()
        .collect(Collectors.toMap(Function.identity(), _ -> JsonNode.class));
  }

  /** An event that could not be taken is not to hold up what comes after it. */
  @Override
  public boolean wholeState() {
    return true;
  }

  @Override
  public boolean concerns(UUID tenant) {
    return interest.has(tenant);
  }

  @Override
  public void apply(List<InboundEvent<JsonNode>> events) {
    recording.take(topic, events);
  }
}
