package dev.homeport.gateway.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin resource sharing, by tenant. A browser asks before it calls, without credentials, so
 * what it is told then is whether any tenant allows the origin; the answer itself can be read by
 * scripts only where the caller's own tenant does.
 */
@ApplicationScoped
public class CrossOrigin {
  private static final String SENT =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Reason, traceparent";
  private static final String READ =
      "ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After";

  private final AllowedOrigins origins;
  private final String lifetime;

  CrossOrigin(AllowedOrigins origins, BrowserConfig config) {
    this.origins = origins;
    this.lifetime = Long.toString(config.preflightLifetime().toSeconds());
  }

  /** Whether a browser asks if a script may call. */
  public static boolean isQuestion(HttpServerRequest request) {
    return request.method().name().equals("OPTIONS")
        && request.headers().contains(HttpHeaders.ORIGIN)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /**
   * Answers such a question.
   *
   * @param methods that the path has
   */
  public void answer(HttpServerRequest request, Set<String> methods) {
    MultiMap headers = request.response().headers();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    headers.set(HttpHeaders.VARY, "Origin");
    if (!origins.tenants(origin).isEmpty()) {
      headers
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods))
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
          .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, lifetime);
    }
    request.response().setStatusCode(204).end();
  }

  /**
   * Says on an answer whether scripts may read it.
   *
   * @param tenant of the caller; null when it is not known, as with wrong credentials
   */
  public void permit(HttpServerRequest request, @Nullable UUID tenant, MultiMap headers) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return;
    }
    headers.add(HttpHeaders.VARY, "Origin");
    Set<UUID> tenants = origins.tenants(origin);
    if (tenant == null ? !tenants.isEmpty() : tenants.contains(tenant)) {
      headers
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
    }
  }
}
