package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.Delivery.Attempt;
import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.DisabledReason;
import dev.homeport.gateway.webhook.Endpoint;
import dev.homeport.gateway.webhook.Fault;
import dev.homeport.gateway.webhook.Schedule;
import dev.homeport.gateway.webhook.WebhookConfig;
import dev.homeport.gateway.webhook.store.Claims.Claim;
import dev.homeport.gateway.webhook.store.Claims.First;
import dev.homeport.gateway.webhook.store.DeliveryLog;
import dev.homeport.gateway.webhook.store.EndpointTable;
import dev.homeport.gateway.webhook.store.Lanes;
import dev.homeport.gateway.webhook.store.Lanes.Standing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Notes what came of an attempt: the delivery, its lane and its endpoint in one transaction. Who
 * has lost its claim in the meantime notes nothing, because somebody else has sent it again.
 */
@ApplicationScoped
class Results {
  private static final int MOVED = 3;

  private final EndpointTable endpoints;
  private final Lanes lanes;
  private final DeliveryLog log;
  private final Disabling disabling;
  private final WebhookMetrics metrics;
  private final Schedule schedule;
  private final Duration disableAfter;
  private final Clock clock;

  Results(
      EndpointTable endpoints,
      Lanes lanes,
      DeliveryLog log,
      Disabling disabling,
      WebhookMetrics metrics,
      WebhookConfig config,
      Clock clock) {
    this.endpoints = endpoints;
    this.lanes = lanes;
    this.log = log;
    this.disabling = disabling;
    this.metrics = metrics;
    this.schedule = new Schedule(config.schedule());
    this.disableAfter = config.disableAfter();
    this.clock = clock;
  }

  /** Nothing of a lane was waiting. */
  void nothing(Claim claim) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              endpoints.hold(claim.endpoint());
              if (lanes.owned(claim)) {
                lanes.release(claim);
              }
            });
  }

  void record(Claim claim, First first, Answered answered, Duration took) {
    QuarkusTransaction.requiringNew()
        .call(() -> note(claim, first, answered, took))
        .ifPresent(metrics::attempted);
  }

  private Optional<WebhookMetrics.Outcome> note(
      Claim claim, First first, Answered answered, Duration took) {
    Instant now = clock.instant();
    Optional<Endpoint> endpoint = held(claim.endpoint(), answered);
    if (endpoint.isEmpty() || !lanes.owned(claim)) {
      return Optional.empty();
    }
    int number = first.attempts() + 1;
    log.attempted(first.id(), attempt(number, now, took, answered));
    Standing standing = standing(first, number, answered, now);
    lanes.stands(first.id(), standing);
    lanes.release(claim);
    if (standing.lastFault() != null) {
      failed(endpoint.get(), answered, now);
    }
    return Optional.of(WebhookMetrics.Outcome.of(standing.status()));
  }

  /** Whatever changes of the endpoint is locked before its lane, as everybody else does it. */
  private Optional<Endpoint> held(UUID id, Answered answered) {
    if (fault(answered) != null) {
      return endpoints.lock(id);
    }
    Optional<Endpoint> endpoint = endpoints.hold(id);
    endpoints.succeeds(id);
    return endpoint;
  }

  private Standing standing(First first, int number, Answered answered, Instant now) {
    Integer status = status(answered);
    Fault fault = fault(answered);
    if (fault == null) {
      return new Standing(DeliveryStatus.DELIVERED, number, first.step(), null, status, null, now);
    }
    // Waits until the endpoint is enabled again.
    if (answered instanceof Answered.Response response && response.gone()) {
      return new Standing(DeliveryStatus.WAITING, number, first.step(), now, status, fault, null);
    }
    Optional<Duration> wait =
        fault == Fault.BODY_EXPIRED
            ? Optional.empty()
            : schedule.after(first.step(), ThreadLocalRandom.current()::nextDouble);
    if (wait.isEmpty()) {
      return new Standing(
          DeliveryStatus.FAILED, number, first.step() + 1, null, status, fault, now);
    }
    Instant dueAt = now.plus(longer(wait.get(), answered));
    return new Standing(
        DeliveryStatus.WAITING, number, first.step() + 1, dueAt, status, fault, null);
  }

  private static Duration longer(Duration wait, Answered answered) {
    Duration asked = answered instanceof Answered.Response response ? response.retryAfter() : null;
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }

  private void failed(Endpoint endpoint, Answered answered, Instant now) {
    Instant since = endpoints.fails(endpoint.id(), now);
    if (answered instanceof Answered.Response response && response.gone()) {
      disabling.disable(endpoint, DisabledReason.GONE, now);
    } else if (!since.plus(disableAfter).isAfter(now)) {
      disabling.disable(endpoint, DisabledReason.FAILING, now);
    }
  }

  private static Attempt attempt(int number, Instant now, Duration took, Answered answered) {
    String body = answered instanceof Answered.Response response ? response.body() : null;
    return new Attempt(number, now, took.toMillis(), status(answered), fault(answered), body);
  }

  private static @Nullable Integer status(Answered answered) {
    return answered instanceof Answered.Response response ? response.status() : null;
  }

  private static @Nullable Fault fault(Answered answered) {
    return switch (answered) {
      case Answered.None none -> none.fault();
      case Answered.Response response when response.good() -> null;
      case Answered.Response response ->
          response.status() / 100 == MOVED ? Fault.REDIRECT : Fault.STATUS;
    };
  }
}
