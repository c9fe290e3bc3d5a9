package dev.homeport.gateway.webhook.administration;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.EventTypes;
import dev.homeport.gateway.webhook.Secret;
import dev.homeport.gateway.webhook.Target;
import dev.homeport.gateway.webhook.Targets;
import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.sending.Wake;
import dev.homeport.gateway.webhook.store.Deliveries;
import dev.homeport.gateway.webhook.store.EndpointTable;
import dev.homeport.gateway.webhook.store.Interest;
import dev.homeport.gateway.webhook.store.Secrets;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes and changes endpoints, in the caller's transaction. */
@ApplicationScoped
public class EndpointAdministration {
  private final EndpointTable endpoints;
  private final Secrets secrets;
  private final Deliveries deliveries;
  private final Targets targets;
  private final Interest interest;
  private final Wake wake;
  private final WebhookConfig config;
  private final Clock clock;

  EndpointAdministration(
      EndpointTable endpoints,
      Secrets secrets,
      Deliveries deliveries,
      Targets targets,
      Interest interest,
      Wake wake,
      WebhookConfig config,
      Clock clock) {
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.targets = targets;
    this.interest = interest;
    this.wake = wake;
    this.config = config;
    this.clock = clock;
  }

  /** A new endpoint with the secret that is shown this once. */
  public record Created(Endpoint endpoint, Secret secret) {}

  /** A new secret, and until when the one before it signs too. */
  public record Rotated(Secret secret, Instant previousUntil) {}

  public Created create(Endpoint.Stated stated) {
    check(stated.eventTypes());
    check(stated.url());
    if (endpoints.count() >= config.endpointsPerTenant()) {
      throw Problem.of(
          GatewayProblem.TOO_MANY_WEBHOOK_ENDPOINTS,
          "A tenant has at most " + config.endpointsPerTenant() + ".");
    }
    Endpoint made = endpoints.insert(stated, clock.instant());
    Secret secret = secrets.create(made.id(), made.createdAt());
    wake.afterCommit(interest::changed);
    return new Created(made, secret);
  }

  /** What waits for one that is enabled again is due at once. */
  public Endpoint change(Endpoint before, Endpoint.Stated stated) {
    check(stated.eventTypes());
    if (!stated.url().equals(before.url())) {
      check(stated.url());
    }
    Instant now = clock.instant();
    Endpoint after = endpoints.update(before, stated, now);
    if (before.disabled() != null && after.disabled() == null) {
      deliveries.hasten(after.id(), now);
    }
    wake.afterCommit();
    return after;
  }

  public void delete(Endpoint endpoint) {
    endpoints.delete(endpoint.id());
  }

  /**
   * Replaces the secret.
   *
   * @param overlap how long the present one signs beside the new one; zero: no longer
   */
  public Rotated rotate(Endpoint endpoint, Duration overlap) {
    Instant now = clock.instant();
    Instant until = now.plus(overlap);
    return new Rotated(secrets.rotate(endpoint.id(), now, until), until);
  }

  /** 404 when there is none. */
  public Endpoint find(UUID id) {
    return endpoints.find(id).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** Locked for a change; 404 when there is none. */
  public Endpoint lock(UUID id) {
    return endpoints.lock(id).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  public List<Endpoint> list(@org.jspecify.annotations.Nullable UUID after, int limit) {
    return endpoints.list(after, limit);
  }

  /** One that is kept from going away and to which something can be sent. */
  Endpoint holdEnabled(UUID id) {
    Endpoint endpoint = endpoints.hold(id).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (endpoint.disabled() != null) {
      throw Problem.of(GatewayProblem.WEBHOOK_ENDPOINT_DISABLED);
    }
    return endpoint;
  }

  private static void check(List<String> eventTypes) {
    Problem problem =
        Problem.of(
            CommonProblem.VALIDATION_FAILED, "The types are those that the documentation lists.");
    for (int i = 0; i < eventTypes.size(); i++) {
      if (!EventTypes.known(eventTypes.get(i))) {
        problem = problem.at("/eventTypes/" + i, "means no type of event");
      }
    }
    if (!problem.errors().isEmpty()) {
      throw problem;
    }
  }

  /** A host that has no address yet may have one when something is sent; then it is looked at. */
  private void check(String url) {
    if (targets.find(url) instanceof Target.Refused refused) {
      throw Problem.of(GatewayProblem.WEBHOOK_URL_REFUSED).at("/url", refused.reason());
    }
  }
}
