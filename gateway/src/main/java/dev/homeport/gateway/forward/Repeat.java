package dev.homeport.gateway.forward;

import dev.homeport.gateway.route.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Whether a request can be sent a second time when the service broke off before it had answered:
 * one that only reads, or that its service takes once by the key that it has; and only where its
 * body is short and is all there.
 */
final class Repeat {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String KEY = "Idempotency-Key";
  private static final long SHORT = 64L << 10;

  private final boolean possible;
  private final long length;
  private final Buffer body = Buffer.buffer();
  private boolean begun;

  private Repeat(boolean possible, long length) {
    this.possible = possible;
    this.length = length;
  }

  static Repeat of(HttpServerRequest request, Route route) {
    boolean keyed = route.keyed() && request.headers().contains(KEY);
    boolean once = keyed || READING.contains(request.method());
    long length = Framing.hasBody(request) ? Framing.length(request) : 0;
    return new Repeat(once && length >= 0 && length <= SHORT, length);
  }

  /** Takes note of a part of the body. */
  void keep(Buffer part) {
    if (possible) {
      body.appendBuffer(part);
    }
  }

  /** Begins, if it can: there is no third time. */
  boolean begin() {
    boolean can = possible && !begun && body.length() == length;
    begun = begun || can;
    return can;
  }

  boolean begun() {
    return begun;
  }

  Buffer body() {
    return body;
  }
}
