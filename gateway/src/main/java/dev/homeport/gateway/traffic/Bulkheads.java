package dev.homeport.gateway.traffic;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bulkheads: a service that is slow fills its own room and no other's, and where room is short,
 * what matters less is shed first.
 */
@ApplicationScoped
public class Bulkheads {
  private final TrafficConfig config;
  private final MeterRegistry metrics;
  private final Room replica = new Room();
  private final ConcurrentMap<String, Room> services = new ConcurrentHashMap<>();

  Bulkheads(TrafficConfig config, MeterRegistry metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /**
   * Takes a place for a request, here and on the way to its service; {@link #leave} gives it back.
   * Never waits.
   *
   * @param addresses that the service has
   */
  public boolean enter(String service, int addresses, TrafficClass kind) {
    Room room = room(service);
    if (!room.enter(kind, config.perAddress() * Math.max(1, addresses))) {
      shed(service, kind);
      return false;
    }
    if (!replica.enter(kind, config.perReplica())) {
      room.leave();
      shed("any", kind);
      return false;
    }
    return true;
  }

  /** The request is over. */
  public void leave(String service) {
    replica.leave();
    room(service).leave();
  }

  private Room room(String service) {
    return services.computeIfAbsent(service, this::measured);
  }

  private Room measured(String service) {
    var room = new Room();
    Gauge.builder("homeport.gateway.in.flight", room, Room::taken)
        .description("Requests on their way to a service")
        .tag("service", service)
        .register(metrics);
    return room;
  }

  private void shed(String service, TrafficClass kind) {
    metrics.counter("homeport.gateway.shed", "service", service, "class", kind.name()).increment();
  }
}
