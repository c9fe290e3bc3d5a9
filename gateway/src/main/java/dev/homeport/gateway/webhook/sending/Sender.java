package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.Fault;
import dev.homeport.gateway.webhook.Secret;
import dev.homeport.gateway.webhook.Signature;
import dev.homeport.gateway.webhook.Target;
import dev.homeport.gateway.webhook.Targets;
import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.store.Claims.Claim;
import dev.homeport.gateway.webhook.store.Claims.First;
import dev.homeport.gateway.webhook.store.Deliveries;
import dev.homeport.gateway.webhook.store.Secrets;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one attempt, and has noted what came of it. */
@ApplicationScoped
class Sender {
  private static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";

  private final CurrentTenant tenant;
  private final Deliveries deliveries;
  private final Secrets secrets;
  private final Targets targets;
  private final Transport transport;
  private final Results results;
  private final Duration timeout;

  Sender(
      CurrentTenant tenant,
      Deliveries deliveries,
      Secrets secrets,
      Targets targets,
      Transport transport,
      Results results,
      WebhookConfig config) {
    this.tenant = tenant;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.targets = targets;
    this.transport = transport;
    this.results = results;
    this.timeout = config.timeout();
  }

  void send(Claim claim) {
    tenant.run(claim.tenant(), () -> sendOwn(claim));
  }

  private void sendOwn(Claim claim) {
    First first = claim.first();
    if (first == null) {
      results.nothing(claim);
      return;
    }
    long begun = System.nanoTime();
    Answered answered = attempt(claim, first, begun);
    results.record(claim, first, answered, Duration.ofNanos(System.nanoTime() - begun));
  }

  private Answered attempt(Claim claim, First first, long begun) {
    Optional<String> body = deliveries.open(first.body(), first.eventId());
    if (body.isEmpty()) {
      return new Answered.None(Fault.BODY_EXPIRED);
    }
    return switch (targets.find(claim.url())) {
      case Target.Unknown _ -> new Answered.None(Fault.HOST_UNKNOWN);
      case Target.Refused _ -> new Answered.None(Fault.ADDRESS_REFUSED);
      case Target.Open open -> {
        Duration left = timeout.minusNanos(System.nanoTime() - begun);
        yield left.isPositive()
            ? transport.post(open, headers(claim, first, body.get()), body.get(), left)
            : new Answered.None(Fault.TIMEOUT);
      }
    };
  }

  /** The time is the real one, also for a sandbox: receivers hold it against their own clock. */
  private Map<String, String> headers(Claim claim, First first, String body) {
    Instant now = Instant.now();
    String id = first.eventId().toString();
    List<Secret> signing = secrets.open(claim.endpoint(), first.secrets());
    return Map.of(
        "content-type",
        CLOUD_EVENT,
        "user-agent",
        "Homeport-Webhooks/1",
        Signature.ID,
        id,
        Signature.TIMESTAMP,
        Long.toString(now.getEpochSecond()),
        Signature.HEADER,
        Signature.of(signing, id, now, body));
  }
}
