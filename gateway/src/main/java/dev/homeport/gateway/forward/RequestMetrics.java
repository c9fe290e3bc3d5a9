package dev.homeport.gateway.forward;

import dev.homeport.gateway.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Rate, errors and duration by route template. */
@ApplicationScoped
class RequestMetrics {
  /** The outcome when the client left before it had its answer. */
  static final int CLIENT_LEFT = 499;

  private final MeterRegistry registry;
  private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param nanos from the first byte of the request to the last of the answer
   */
  void record(Route route, String method, int status, long nanos) {
    timers
        .computeIfAbsent(new Key(route, method, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("homeport.gateway.requests")
        .description("Requests through the gateway, by route template")
        .tag("service", key.route().service())
        .tag("route", key.route().template())
        .tag("method", key.method())
        .tag("status", Integer.toString(key.status()))
        .register(registry);
  }

  private record Key(Route route, String method, int status) {}
}
