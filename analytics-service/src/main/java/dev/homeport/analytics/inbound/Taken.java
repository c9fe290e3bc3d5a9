package dev.homeport.analytics.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts events as they are taken: those that told something new, and those that did not. */
@ApplicationScoped
class Taken {
  private final MeterRegistry metrics;

  Taken(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void count(String topic, int events, int newer) {
    add(topic, "applied", newer);
    add(topic, "known", events - newer);
  }

  private void add(String topic, String outcome, int events) {
    metrics
        .counter("homeport_analytics_events", "topic", topic, "outcome", outcome)
        .increment(events);
  }
}
