package dev.homeport.gateway.webhook.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.webhook.CloudEventJson;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.Schedule;
import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.sending.Wake;
import dev.homeport.gateway.webhook.store.Deliveries;
import dev.homeport.gateway.webhook.store.EndpointTable;
import dev.homeport.gateway.webhook.store.NewDelivery;
import dev.homeport.platform.event.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns events into deliveries, in the transaction in which they are taken: the offset moves on
 * only after it, so none is lost, and one that comes twice is the same delivery.
 */
@ApplicationScoped
class Recording {
  private static final String REPUBLISHED = "republished";

  private final EndpointTable endpoints;
  private final Deliveries deliveries;
  private final Wake wake;
  private final Clock clock;
  private final Schedule schedule;

  Recording(
      EndpointTable endpoints,
      Deliveries deliveries,
      Wake wake,
      Clock clock,
      WebhookConfig config) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.wake = wake;
    this.clock = clock;
    this.schedule = new Schedule(config.schedule());
  }

  void take(String topic, List<InboundEvent<JsonNode>> events) {
    List<Endpoint> all = endpoints.holdAll();
    var fresh = new ArrayList<NewDelivery>();
    for (InboundEvent<JsonNode> event : events) {
      if (!all.isEmpty() && isNews(event.data())) {
        add(fresh, all, topic, event);
      }
    }
    if (!fresh.isEmpty()) {
      Instant now = clock.instant();
      deliveries.add(fresh, now, now.plus(schedule.first()));
      wake.afterCommit();
    }
  }

  private static void add(
      List<NewDelivery> fresh, List<Endpoint> all, String topic, InboundEvent<JsonNode> event) {
    List<Endpoint> asking = all.stream().filter(each -> each.wants(event.type())).toList();
    if (asking.isEmpty()) {
      return;
    }
    String body = CloudEventJson.of(event);
    for (Endpoint each : asking) {
      String lane = each.lane(topic, event.key(), event.id());
      fresh.add(NewDelivery.of(each.id(), lane, event.id(), event.type(), body));
    }
  }

  /** An import of history, and what is published again, is nothing to act on. */
  private static boolean isNews(JsonNode data) {
    return !data.path("backfill").asBoolean(false)
        && !data.path("change").asText().equals(REPUBLISHED);
  }
}
