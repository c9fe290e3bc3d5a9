package dev.homeport.gateway.upstream;

import dev.homeport.gateway.route.Route;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address of a service, and whether requests are sent there at the moment. It is left out while
 * it cannot be reached, breaks off or does not answer in time; one route of it, while that answers
 * with errors of its own.
 */
final class Backend {
  private final String service;
  private final Address address;
  private final Breakers breakers;
  private final CircuitBreaker whole;
  private final ConcurrentMap<String, CircuitBreaker> routes = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  Backend(String service, Address address, Breakers breakers) {
    this.service = service;
    this.address = address;
    this.breakers = breakers;
    this.whole = breakers.breaker(service, address, "all");
  }

  Address address() {
    return address;
  }

  /** Requests that are at this address now. */
  int inFlight() {
    return inFlight.get();
  }

  boolean isTrusted() {
    return whole.getState() != CircuitBreaker.State.OPEN;
  }

  /** Lets a request through, unless the address or its route is left out. */
  Optional<Trial> begin(Route route) {
    CircuitBreaker one = routes.computeIfAbsent(scope(route), this::breaker);
    if (!one.tryAcquirePermission()) {
      return Optional.empty();
    }
    if (!whole.tryAcquirePermission()) {
      one.releasePermission();
      return Optional.empty();
    }
    inFlight.incrementAndGet();
    return Optional.of(new Trial(this, one));
  }

  private CircuitBreaker breaker(String scope) {
    return breakers.breaker(service, address, scope);
  }

  private static String scope(Route route) {
    return route.method() + ' ' + route.template();
  }

  CircuitBreaker whole() {
    return whole;
  }

  void over() {
    inFlight.decrementAndGet();
  }
}
