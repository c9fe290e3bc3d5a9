package dev.homeport.gateway.access;

import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of one request. Belongs to its event loop until it is handed to the writer. */
final class Exchanged {
  /** The status of a request whose client left before it had its answer. */
  private static final int CLIENT_LEFT = 499;

  final Instant at = Instant.now();
  final String method;

  /** For the writer to find a template of; never written. */
  final String path;

  final @Nullable String traceId;
  private final long begun = System.nanoTime();
  @Nullable Route route;
  @Nullable Caller caller;
  int status;
  long nanos;
  long bytesIn;
  long bytesOut;
  boolean complete;
  private boolean over;

  Exchanged(HttpServerRequest request, @Nullable String traceId) {
    this.method = request.method().name();
    this.path = String.valueOf(request.path());
    this.traceId = traceId;
  }

  /** It is over: answered, or broken off by either side. False when that was known already. */
  boolean end(HttpServerRequest request) {
    if (over) {
      return false;
    }
    over = true;
    HttpServerResponse response = request.response();
    complete = response.ended();
    status = complete || response.headWritten() ? response.getStatusCode() : CLIENT_LEFT;
    nanos = System.nanoTime() - begun;
    bytesIn = request.bytesRead();
    bytesOut = response.bytesWritten();
    return true;
  }
}
