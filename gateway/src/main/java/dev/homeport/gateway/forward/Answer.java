package dev.homeport.gateway.forward;

import dev.homeport.gateway.upstream.Address;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** The way of an answer from a service to its client. */
final class Answer {
  /** Up to this length it is read whole, so that one that breaks off can still become a 502. */
  private static final long WHOLE = 64L << 10;

  private Answer() {}

  /**
   * Sends the answer on. Fails when the service breaks off; then nothing has gone out, or the head
   * has.
   *
   * @param moved sees every part that arrives
   */
  static Future<Void> relay(
      HttpClientResponse answer, HttpServerRequest request, Address from, Consumer<Buffer> moved) {
    HttpServerResponse response = request.response();
    long length = Framing.number(answer.getHeader(HttpHeaders.CONTENT_LENGTH));
    if (hasNoBody(answer, request)) {
      copyHead(answer, response, from);
      return response.end();
    }
    if (length >= 0 && length <= WHOLE) {
      return answer
          .body()
          .compose(
              body -> {
                copyHead(answer, response, from);
                return response.end(body);
              });
    }
    copyHead(answer, response, from);
    response.setChunked(length < 0);
    return new WatchedBody(answer, WatchedBody.UNLIMITED, moved)
        .pipe()
        .endOnFailure(false)
        .to(response);
  }

  /** Whether it is one JSON document, not a file that takes as long as its client needs for it. */
  static boolean isDocument(HttpClientResponse answer) {
    String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null
        || type.startsWith("application/json")
        || type.startsWith("application/problem+json");
  }

  private static void copyHead(
      HttpClientResponse answer, HttpServerResponse response, Address from) {
    response.setStatusCode(answer.statusCode());
    Headers.toClient(answer.headers(), response.headers(), from);
  }

  private static boolean hasNoBody(HttpClientResponse answer, HttpServerRequest request) {
    int status = answer.statusCode();
    return status == 204 || status == 304 || request.method().name().equals("HEAD");
  }
}
