package dev.homeport.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Circuit breakers of addresses. One that is open lets nothing through until its time is over,
 * which doubles from one opening to the next; then a few requests decide whether it closes.
 */
@ApplicationScoped
class Breakers {
  private static final Logger LOG = Logger.getLogger(Breakers.class);
  private static final int WINDOW_SECONDS = 10;
  private static final int TRIALS = 3;

  private final CircuitBreakerConfig config;
  private final MeterRegistry metrics;

  Breakers(UpstreamConfig config, MeterRegistry metrics) {
    this.metrics = metrics;
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(WINDOW_SECONDS)
            .minimumNumberOfCalls(config.breakerCalls())
            .failureRateThreshold(config.breakerFailures())
            .permittedNumberOfCallsInHalfOpenState(TRIALS)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(WINDOW_SECONDS))
            .waitIntervalFunctionInOpenState(
                IntervalFunction.ofExponentialBackoff(
                    config.breakerPause(), 2.0, config.breakerLongestPause()))
            .writableStackTraceEnabled(false)
            .build();
  }

  /**
   * @param scope what it is about: all that goes to the address, or one of its routes
   */
  CircuitBreaker breaker(String service, Address address, String scope) {
    var breaker = CircuitBreaker.of(address.origin() + ' ' + scope, config);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              CircuitBreaker.State state = event.getStateTransition().getToState();
              metrics
                  .counter(
                      "homeport.gateway.circuit.changes",
                      "service",
                      service,
                      "state",
                      state.name().toLowerCase(java.util.Locale.ROOT))
                  .increment();
              LOG.infof(
                  "circuit breaker state=%s service=%s address=%s scope=%s",
                  state, service, address.origin(), scope);
            });
    return breaker;
  }
}
