package dev.homeport.gateway.forward;

import dev.homeport.gateway.browser.AcceptEncoding;
import dev.homeport.gateway.upstream.Address;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.Consumer;

/** The way of an answer from a service to its client. */
final class Answer {
  /** Up to this length it is read whole, so that one that breaks off can still become a 502. */
  private static final long WHOLE = 64L << 10;

  /** What fits into one packet anyway is not made faster by being smaller. */
  private static final long PACKET = 1_400;

  private static final List<String> COMPRESSIBLE =
      List.of(
          "application/json",
          "application/problem+json",
          "application/x-ndjson",
          "application/schema+json",
          "image/svg+xml",
          "text/");

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
    boolean gzip = isWorthCompressing(answer) && takesGzip(request);
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
                return response.end(gzip ? compressed(response, body) : body);
              });
    }
    copyHead(answer, response, from);
    var body = new WatchedBody(answer, WatchedBody.UNLIMITED, moved);
    if (gzip) {
      headOfCompressed(response);
    }
    response.setChunked(gzip || length < 0);
    return (gzip ? new Gzip(body) : body).pipe().endOnFailure(false).to(response);
  }

  private static Buffer compressed(HttpServerResponse response, Buffer body) {
    headOfCompressed(response);
    return Gzip.of(body);
  }

  private static void headOfCompressed(HttpServerResponse response) {
    response
        .putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
        .headers()
        .remove(HttpHeaders.CONTENT_LENGTH);
  }

  private static boolean takesGzip(HttpServerRequest request) {
    return AcceptEncoding.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
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
    if (isWorthCompressing(answer)) {
      response.headers().add(HttpHeaders.VARY, "Accept-Encoding");
    }
  }

  private static boolean isWorthCompressing(HttpClientResponse answer) {
    String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
    long length = Framing.number(answer.getHeader(HttpHeaders.CONTENT_LENGTH));
    return type != null
        && !answer.headers().contains(HttpHeaders.CONTENT_ENCODING)
        && (length < 0 || length >= PACKET)
        && COMPRESSIBLE.stream().anyMatch(type::startsWith);
  }

  private static boolean hasNoBody(HttpClientResponse answer, HttpServerRequest request) {
    int status = answer.statusCode();
    return status == 204 || status == 304 || request.method().name().equals("HEAD");
  }
}
