package dev.homeport.gateway.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ProblemResponses;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Answers of the gateway itself, outside the REST layer. */
@ApplicationScoped
class Refusals {
  private static final long DRAIN_BYTES = 4L << 20;
  private static final long DRAIN_MILLIS = 2_000;

  private final ObjectMapper json;
  private final Vertx vertx;

  Refusals(ObjectMapper json, Vertx vertx) {
    this.json = json;
    this.vertx = vertx;
  }

  /** Answers with a problem, and then reads what is left of the request. */
  void refuse(HttpServerRequest request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    var answer = ProblemResponses.of(problem, String.valueOf(request.path()));
    response.setStatusCode(answer.getStatus());
    answer
        .getStringHeaders()
        .forEach((name, values) -> response.putHeader(name, String.join(", ", values)));
    response.headers().remove(HttpHeaders.CONNECTION);
    response.end(body(answer.getEntity()));
    drain(request);
  }

  /** Answers which methods a path has: to {@code OPTIONS}, or with a problem to any other. */
  void allow(HttpServerRequest request, Set<String> methods, Problem problem) {
    request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(methods)));
    if (request.method().name().equals("OPTIONS")) {
      request.response().setStatusCode(204).end();
      drain(request);
    } else {
      refuse(request, problem);
    }
  }

  private Buffer body(Object problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem has no JSON", e);
    }
  }

  /**
   * A client that is still sending would lose the answer if the connection were closed at once: so
   * the rest is read and thrown away for a while. If it does not end, the connection does.
   */
  void drain(HttpServerRequest request) {
    if (request.isEnded() || request.version() == HttpVersion.HTTP_2) {
      return;
    }
    var left = new AtomicLong(DRAIN_BYTES);
    long timer = vertx.setTimer(DRAIN_MILLIS, _ -> request.connection().close());
    request.endHandler(_ -> vertx.cancelTimer(timer));
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    request.handler(
        part -> {
          if (left.addAndGet(-part.length()) < 0) {
            vertx.cancelTimer(timer);
            request.connection().close();
          }
        });
    request.resume();
  }
}
