package dev.homeport.platform.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How long whoever sent the present request waits for its answer. The gateway says it in a header;
 * the database is told, so that no statement works on for a client that has gone.
 */
@ApplicationScoped
public class RequestTimeout {
  /** In milliseconds; the edge strips it from what clients send. */
  public static final String HEADER = "Homeport-Timeout";

  private static final int MAX_DIGITS = 9;

  private final CurrentVertxRequest request;

  RequestTimeout(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Empty outside of requests, and where nobody said it. */
  public Optional<Duration> find() {
    if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
      return Optional.empty();
    }
    String millis = request.getCurrent().request().getHeader(HEADER);
    return millis == null || millis.length() > MAX_DIGITS || !isNumber(millis)
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.max(1, Long.parseLong(millis))));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
