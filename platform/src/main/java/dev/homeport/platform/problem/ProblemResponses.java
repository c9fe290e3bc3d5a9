package dev.homeport.platform.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Turns a problem into the answer of a request. */
public final class ProblemResponses {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TRACE_BYTES = 16;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_LARGE = 413;

  private ProblemResponses() {}

  /**
   * The answer to a refused request.
   *
   * @param path the path of the request, as it came
   */
  public static Response of(Problem problem, String path) {
    return of(problem, path, traceId());
  }

  static Response of(Problem problem, String path, String traceId) {
    int status = problem.code().status();
    var answer =
        Response.status(status)
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(problem, path, traceId));
    Duration wait = problem.retryAfter();
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds(wait));
    }
    if (status == UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (status == TOO_LARGE) {
      // The rest of the body is not read, so the connection cannot serve another request.
      answer.header("Connection", "close");
    }
    return answer.build();
  }

  /** The trace of the request; made up when none is recorded, so that a log line can be found. */
  static String traceId() {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    byte[] random = new byte[TRACE_BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
