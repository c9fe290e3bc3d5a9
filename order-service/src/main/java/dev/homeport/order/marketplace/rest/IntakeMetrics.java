package dev.homeport.order.marketplace.rest;

import dev.homeport.order.channel.ChannelKind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code homeport_intake_deliveries} by kind and outcome, and {@code homeport_intake_refused} by
 * kind and reason. Neither names a tenant or a channel.
 */
@ApplicationScoped
class IntakeMetrics {
  private final MeterRegistry metrics;

  IntakeMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** One that was let in. */
  void delivered(ChannelKind kind, String outcome) {
    metrics
        .counter("homeport.intake.deliveries", "kind", kind.code(), "outcome", outcome)
        .increment();
  }

  /** One that was not. */
  void refused(ChannelKind kind, String reason) {
    metrics.counter("homeport.intake.refused", "kind", kind.code(), "reason", reason).increment();
  }

  /** One for nobody. */
  void unknown() {
    metrics
        .counter("homeport.intake.refused", "kind", "unknown", "reason", "unknown-id")
        .increment();
  }
}
