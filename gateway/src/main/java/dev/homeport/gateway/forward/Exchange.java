package dev.homeport.gateway.forward;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.upstream.Upstream;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, and the answer on its way back. Lives on the event loop of
 * the client's connection. Whoever ends it first - the answer, a failure, a timeout, the client -
 * ends it for all.
 */
final class Exchange {
  /** Answers up to this length are read whole, so that one that breaks off can still be a 502. */
  private static final long WHOLE = 64L << 10;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Forwarder.Tools tools;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Route route;
  private final Upstream upstream;
  private final Watchdog watchdog;
  private final long begun = System.nanoTime();
  private Phase phase = Phase.CONNECTING;
  private @Nullable HttpClientRequest call;

  private enum Phase {
    CONNECTING,
    SENDING,
    WAITING,
    ANSWERING,
    OVER
  }

  Exchange(Forwarder.Tools tools, HttpServerRequest request, Route route, Upstream upstream) {
    this.tools = tools;
    this.request = request;
    this.response = request.response();
    this.route = route;
    this.upstream = upstream;
    this.watchdog = new Watchdog(tools.vertx(), this::expired);
  }

  void begin(String authorization) {
    response.closeHandler(_ -> clientLeft());
    response.exceptionHandler(_ -> clientLeft());
    enter(Phase.CONNECTING, tools.connectTimeout());
    tools
        .upstreams()
        .open(upstream.request(request.method(), request.uri()))
        .onSuccess(opened -> send(opened, authorization))
        .onFailure(_ -> unreachable());
  }

  private void send(HttpClientRequest opened, String authorization) {
    call = opened;
    if (phase == Phase.OVER) {
      opened.reset();
      return;
    }
    Headers.toService(request.headers(), opened.headers());
    opened.putHeader(HttpHeaders.AUTHORIZATION, authorization);
    opened.exceptionHandler(_ -> brokenOff());
    opened.response().onSuccess(this::answer).onFailure(_ -> brokenOff());
    if (!Framing.hasBody(request)) {
      opened.end();
      enter(Phase.WAITING, tools.limits().firstByteTimeout());
      return;
    }
    if (Framing.length(request) < 0) {
      opened.setChunked(true);
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      response.writeContinue();
    }
    enter(Phase.SENDING, tools.limits().idleTimeout());
    new WatchedBody(request, tools.limit(route), watchdog::moved)
        .pipe()
        .endOnFailure(false)
        .to(opened)
        .onSuccess(_ -> sent())
        .onFailure(this::notSent);
  }

  private void sent() {
    if (phase == Phase.SENDING) {
      enter(Phase.WAITING, tools.limits().firstByteTimeout());
    }
  }

  private void notSent(Throwable failure) {
    if (failure instanceof WatchedBody.TooLarge) {
      fail(tools.tooLarge(route));
    } else if (phase == Phase.SENDING) {
      brokenOff();
    }
  }

  private void answer(HttpClientResponse answer) {
    if (phase == Phase.OVER) {
      return;
    }
    enter(Phase.ANSWERING, tools.limits().idleTimeout());
    answer.exceptionHandler(_ -> brokenOff());
    long length = Framing.number(answer.getHeader(HttpHeaders.CONTENT_LENGTH));
    if (hasNoBody(answer)) {
      copyHead(answer);
      response.end().onSuccess(_ -> over());
    } else if (length >= 0 && length <= WHOLE) {
      answer.body().onSuccess(body -> end(answer, body)).onFailure(_ -> brokenOff());
    } else {
      stream(answer, length);
    }
  }

  private void end(HttpClientResponse answer, Buffer body) {
    if (phase != Phase.OVER) {
      copyHead(answer);
      response.end(body).onSuccess(_ -> over());
    }
  }

  private void stream(HttpClientResponse answer, long length) {
    copyHead(answer);
    response.setChunked(length < 0);
    new WatchedBody(answer, WatchedBody.UNLIMITED, watchdog::moved)
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onSuccess(_ -> over())
        .onFailure(_ -> brokenOff());
  }

  private void copyHead(HttpClientResponse answer) {
    response.setStatusCode(answer.statusCode());
    Headers.toClient(answer.headers(), response.headers(), upstream);
  }

  private boolean hasNoBody(HttpClientResponse answer) {
    int status = answer.statusCode();
    return status == 204 || status == 304 || request.method().name().equals("HEAD");
  }

  private void unreachable() {
    fail(Problem.of(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(COME_BACK));
  }

  private void brokenOff() {
    fail(Problem.of(GatewayProblem.UPSTREAM_FAILED));
  }

  private void expired() {
    switch (phase) {
      case CONNECTING -> unreachable();
      case SENDING -> fail(Problem.of(GatewayProblem.BODY_TOO_SLOW));
      case WAITING, ANSWERING -> fail(Problem.of(GatewayProblem.UPSTREAM_TIMEOUT));
      case OVER -> {}
    }
  }

  /** A problem if nothing of the answer is out yet; else the client must see that it is cut off. */
  private void fail(Problem problem) {
    if (phase == Phase.OVER) {
      return;
    }
    leave();
    if (response.headWritten()) {
      response.reset();
    } else {
      response.headers().clear();
      tools.refusals().refuse(request, problem);
    }
    record(problem.code().status());
  }

  private void clientLeft() {
    if (phase != Phase.OVER) {
      leave();
      record(RequestMetrics.CLIENT_LEFT);
    }
  }

  private void over() {
    if (phase != Phase.OVER) {
      phase = Phase.OVER;
      watchdog.stop();
      record(response.getStatusCode());
      stopSending();
    }
  }

  /** A service may answer before it has the whole body; the rest is of no use to anybody. */
  private void stopSending() {
    if (call != null && !request.isEnded()) {
      call.reset();
      tools.refusals().drain(request);
    }
  }

  private void leave() {
    phase = Phase.OVER;
    watchdog.stop();
    if (call != null) {
      call.reset();
    }
  }

  private void enter(Phase next, Duration limit) {
    phase = next;
    watchdog.enter(limit);
  }

  private void record(int status) {
    tools
        .metrics()
        .record(route, request.method().name(), status, System.nanoTime() - begun);
  }
}
