package dev.homeport.gateway.webhook.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.webhook.store.Interest;
import dev.homeport.platform.inbox.EventListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * A listener for each topic. Not among them: the buyers' topic, which holds personal data, and what
 * only services tell each other.
 */
@Singleton
class WebhookListeners {
  private final Interest interest;
  private final Recording recording;

  WebhookListeners(Interest interest, Recording recording) {
    this.interest = interest;
    this.recording = recording;
  }

  @Produces
  @Singleton
  EventListener<JsonNode> orders() {
    return of("homeport.order.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> identities() {
    return of("homeport.identity.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> customers() {
    return of("homeport.customer.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> consents() {
    return of("homeport.consent.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> erasures() {
    return of("homeport.erasure.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> scores() {
    return of("homeport.score.v1");
  }

  @Produces
  @Singleton
  EventListener<JsonNode> loyalty() {
    return of("homeport.loyalty.v1");
  }

  private EventListener<JsonNode> of(String topic) {
    return new WebhookListener(topic, interest, recording);
  }
}
