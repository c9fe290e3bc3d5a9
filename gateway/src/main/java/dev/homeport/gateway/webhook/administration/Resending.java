package dev.homeport.gateway.webhook.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.homeport.gateway.webhook.CloudEventJson;
import dev.homeport.gateway.webhook.Delivery;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.EventTypes;
import dev.homeport.gateway.webhook.sending.Wake;
import dev.homeport.gateway.webhook.store.Deliveries;
import dev.homeport.gateway.webhook.store.DeliveryLog;
import dev.homeport.gateway.webhook.store.DeliveryLog.Numbered;
import dev.homeport.gateway.webhook.store.DeliveryLog.Period;
import dev.homeport.gateway.webhook.store.NewDelivery;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Sends again what was sent, and what tests whether anything arrives; in the caller's transaction.
 */
@ApplicationScoped
public class Resending {
  private static final int AT_ONCE = 500;

  private final EndpointAdministration endpoints;
  private final Deliveries deliveries;
  private final DeliveryLog log;
  private final CurrentTenant tenant;
  private final Wake wake;
  private final Clock clock;

  Resending(
      EndpointAdministration endpoints,
      Deliveries deliveries,
      DeliveryLog log,
      CurrentTenant tenant,
      Wake wake,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.log = log;
    this.tenant = tenant;
    this.wake = wake;
    this.clock = clock;
  }

  /** One delivery, now. */
  public Delivery again(UUID endpointId, UUID id) {
    Endpoint endpoint = endpoints.holdEnabled(endpointId);
    if (deliveries.find(endpoint.id(), id).isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    deliveries.again(endpoint.id(), List.of(id), clock.instant());
    wake.afterCommit();
    return deliveries.find(endpoint.id(), id).orElseThrow();
  }

  /** An event that says nothing, by the way of all others. */
  public Delivery test(UUID endpointId) {
    Endpoint endpoint = endpoints.holdEnabled(endpointId);
    UUID eventId = Ids.next();
    String subject = endpoint.id().toString();
    String body =
        CloudEventJson.own(
            eventId,
            EventTypes.TEST,
            subject,
            Instant.now(),
            tenant.id(),
            JsonNodeFactory.instance.objectNode().put("endpointId", subject));
    var made =
        NewDelivery.of(endpoint.id(), "webhook-test/" + eventId, eventId, EventTypes.TEST, body);
    Instant now = clock.instant();
    deliveries.add(List.of(made), now, now);
    wake.afterCommit();
    return deliveries.find(endpoint.id(), made.id()).orElseThrow();
  }

  /** How many a period has. */
  long count(UUID endpoint, Period period) {
    return log.count(endpoint, period);
  }

  /** Sends some of a period again; the place of the last of them, or nothing when none is left. */
  OptionalLong some(UUID endpointId, Period period, long after, Counted counted) {
    Endpoint endpoint = endpoints.holdEnabled(endpointId);
    List<Numbered> some = log.finished(endpoint.id(), period, after, AT_ONCE);
    if (some.isEmpty()) {
      return OptionalLong.empty();
    }
    List<UUID> ids = some.stream().map(Numbered::id).toList();
    counted.add(deliveries.again(endpoint.id(), ids, clock.instant()));
    wake.afterCommit();
    return OptionalLong.of(some.getLast().seq());
  }

  /** Is told how many were sent again. */
  interface Counted {
    void add(int some);
  }
}
