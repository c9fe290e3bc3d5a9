package dev.homeport.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One request at one address. What becomes of it decides whether the next ones are sent there; only
 * what is said first counts.
 */
public final class Trial {
  private static final int ERRORS = 500;
  private static final Failed FAILED = new Failed();

  private final Backend backend;
  private final CircuitBreaker route;
  private final long begun = System.nanoTime();
  private boolean told;
  private boolean over;

  Trial(Backend backend, CircuitBreaker route) {
    this.backend = backend;
    this.route = route;
  }

  /** Where the request goes. */
  public Address address() {
    return backend.address();
  }

  Backend backend() {
    return backend;
  }

  /** The service has begun to answer. */
  public void answered(int status) {
    tell(
        breaker -> {
          if (status >= ERRORS && breaker == route) {
            failed(breaker);
          } else {
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
          }
        });
  }

  /** It could not be reached, broke off, or has not answered in time. */
  public void lost() {
    tell(this::failed);
    end();
  }

  /** All is over; if nothing was said before, then nothing that the service could have helped. */
  public void end() {
    tell(CircuitBreaker::releasePermission);
    if (!over) {
      over = true;
      backend.over();
    }
  }

  private void tell(Consumer<CircuitBreaker> news) {
    if (!told) {
      told = true;
      news.accept(route);
      news.accept(backend.whole());
    }
  }

  private void failed(CircuitBreaker breaker) {
    breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, FAILED);
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Failed() {
      super("the service failed", null, false, false);
    }
  }
}
