package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.store.Waiting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Attempts by what came of them, what waits for too long, and who is not served. */
@ApplicationScoped
class WebhookMetrics {
  private final Map<Outcome, Counter> attempts = new EnumMap<>(Outcome.class);
  private final Waiting waiting;
  private volatile Waiting.Figures figures = new Waiting.Figures(0, 0);

  WebhookMetrics(MeterRegistry registry, Waiting waiting) {
    this.waiting = waiting;
    for (Outcome outcome : Outcome.values()) {
      attempts.put(
          outcome,
          Counter.builder("homeport_webhook_deliveries")
              .description("Attempts to deliver an event, by what came of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    Gauge.builder("homeport_webhook_oldest_waiting_seconds", () -> figures.oldestSeconds())
        .description("For how long the most overdue delivery has been due")
        .register(registry);
    Gauge.builder("homeport_webhook_disabled_endpoints", () -> figures.disabled())
        .description("Endpoints that were disabled because they failed or are gone")
        .register(registry);
  }

  /** What came of an attempt. */
  enum Outcome {
    DELIVERED,
    RETRIED,
    FAILED;

    static Outcome of(DeliveryStatus status) {
      return switch (status) {
        case WAITING -> RETRIED;
        case DELIVERED -> DELIVERED;
        case FAILED -> FAILED;
      };
    }
  }

  void attempted(Outcome outcome) {
    Objects.requireNonNull(attempts.get(outcome)).increment();
  }

  @Scheduled(every = "15s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    figures = waiting.look();
  }
}
