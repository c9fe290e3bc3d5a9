package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.contract.WebhookEndpointDisabled;
import dev.homeport.gateway.webhook.CloudEventJson;
import dev.homeport.gateway.webhook.DisabledReason;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.EventTypes;
import dev.homeport.gateway.webhook.store.Deliveries;
import dev.homeport.gateway.webhook.store.EndpointTable;
import dev.homeport.gateway.webhook.store.NewDelivery;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Ends the sending to an endpoint that does not take anything, and says so. */
@ApplicationScoped
class Disabling {
  private static final Logger LOG = Logger.getLogger(Disabling.class);
  private static final String TOPIC = "webhook-endpoint";

  private final EndpointTable endpoints;
  private final Deliveries deliveries;
  private final Audit audit;
  private final CurrentTenant tenant;
  private final Wake wake;

  Disabling(
      EndpointTable endpoints,
      Deliveries deliveries,
      Audit audit,
      CurrentTenant tenant,
      Wake wake) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.audit = audit;
    this.tenant = tenant;
    this.wake = wake;
  }

  /** In the caller's transaction; does nothing to one that is disabled already. */
  void disable(Endpoint endpoint, DisabledReason reason, Instant now) {
    if (endpoints.disable(endpoint.id(), reason, now).isEmpty()) {
      return;
    }
    String shown = Ids.show(Endpoint.PREFIX, endpoint.id());
    LOG.warnf(
        "webhook endpoint disabled: tenant=%s endpoint=%s reason=%s",
        tenant.id(), shown, reason.code());
    audit.record(
        "webhook-endpoint.disable",
        "webhook-endpoint",
        shown,
        Map.of("enabled", true),
        Map.of("enabled", false, "reason", reason.code(), "since", now));
    tell(endpoint, reason, now);
  }

  private void tell(Endpoint disabled, DisabledReason reason, Instant now) {
    UUID eventId = Ids.next();
    String subject = disabled.id().toString();
    String body =
        CloudEventJson.own(
            eventId,
            EventTypes.DISABLED,
            subject,
            Instant.now(),
            tenant.id(),
            EventJson.tree(
                EventJson.write(
                    new WebhookEndpointDisabled(
                        disabled.id(), disabled.url(), reason.code(), now))));
    List<NewDelivery> notices = new ArrayList<>();
    for (Endpoint each : endpoints.holdAll()) {
      if (!each.id().equals(disabled.id()) && each.wants(EventTypes.DISABLED)) {
        String lane = each.lane(TOPIC, subject, eventId);
        notices.add(NewDelivery.of(each.id(), lane, eventId, EventTypes.DISABLED, body));
      }
    }
    if (!notices.isEmpty()) {
      deliveries.add(notices, now, now);
      wake.afterCommit();
    }
  }
}
