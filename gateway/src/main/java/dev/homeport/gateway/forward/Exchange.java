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
 * ends it for all. A service that breaks off before it has answered is asked once more where that
 * repeats nothing.
 */
final class Exchange {
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Forwarder.Tools tools;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Route route;
  private final Upstream upstream;
  private final Watchdog watchdog;
  private final long begun = System.nanoTime();
  private Phase phase = Phase.CONNECTING;
  private final Repeat repeat;
  private @Nullable String authorization;
  private boolean wholeSent;
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
    this.repeat = Repeat.of(request, route);
  }

  /** Begins; without credentials where the request is signed instead. */
  void begin(@Nullable String credentials) {
    authorization = credentials;
    response.closeHandler(_ -> clientLeft());
    response.exceptionHandler(_ -> clientLeft());
    connect();
  }

  /** Until there is a connection nothing has been sent, so trying once more repeats nothing. */
  private void connect() {
    enter(Phase.CONNECTING, tools.connectTimeout());
    open(() -> open(this::unreachable));
  }

  private void open(Runnable otherwise) {
    tools
        .upstreams()
        .open(upstream.request(request.method(), request.uri()))
        .onSuccess(this::send)
        .onFailure(
            _ -> {
              if (phase == Phase.CONNECTING) {
                otherwise.run();
              }
            });
  }

  private void send(HttpClientRequest opened) {
    call = opened;
    opened.exceptionHandler(_ -> brokenOff(opened));
    if (phase == Phase.OVER) {
      opened.reset();
      return;
    }
    Headers.toService(request.headers(), opened.headers());
    if (authorization != null) {
      opened.putHeader(HttpHeaders.AUTHORIZATION, authorization);
    }
    opened.response().onSuccess(this::answer).onFailure(_ -> brokenOff(opened));
    if (repeat.begun()) {
      sendWhole(opened, repeat.body());
    } else if (Framing.hasBody(request)) {
      sendBody(opened);
    } else {
      request.resume();
      sendWhole(opened, Buffer.buffer());
    }
  }

  private void sendWhole(HttpClientRequest opened, Buffer body) {
    if (body.length() == 0) {
      opened.end();
    } else {
      opened.end(body);
    }
    wholeSent = true;
    enter(Phase.WAITING, tools.limits().firstByteTimeout());
  }

  private void sendBody(HttpClientRequest opened) {
    if (Framing.length(request) < 0) {
      opened.setChunked(true);
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      response.writeContinue();
    }
    enter(Phase.SENDING, tools.limits().idleTimeout());
    new WatchedBody(request, tools.limit(route), this::moved)
        .pipe()
        .endOnFailure(false)
        .to(opened)
        .onSuccess(_ -> sent())
        .onFailure(failure -> notSent(opened, failure));
  }

  private void moved(Buffer part) {
    watchdog.moved();
    repeat.keep(part);
  }

  private void sent() {
    wholeSent = true;
    if (phase == Phase.SENDING) {
      enter(Phase.WAITING, tools.limits().firstByteTimeout());
    }
  }

  private void notSent(HttpClientRequest opened, Throwable failure) {
    if (failure instanceof WatchedBody.TooLarge) {
      fail(tools.tooLarge(route));
    } else if (phase == Phase.SENDING) {
      brokenOff(opened);
    }
  }

  private void answer(HttpClientResponse answer) {
    if (phase == Phase.OVER) {
      return;
    }
    enter(Phase.ANSWERING, tools.limits().idleTimeout());
    Answer.relay(answer, request, upstream, _ -> watchdog.moved())
        .onSuccess(_ -> over())
        .onFailure(_ -> fail(Problem.of(GatewayProblem.UPSTREAM_FAILED)));
  }

  private void unreachable() {
    fail(Problem.of(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(COME_BACK));
  }

  /** A connection that had lain idle may be closed by the service just when it is used. */
  private void brokenOff(HttpClientRequest broken) {
    if (broken != call) {
      return; // it was given up for another one
    }
    boolean unanswered = phase == Phase.SENDING || phase == Phase.WAITING;
    if (unanswered && repeat.begin()) {
      connect();
    } else {
      fail(Problem.of(GatewayProblem.UPSTREAM_FAILED));
    }
  }

  private void expired() {
    switch (phase) {
      case CONNECTING -> unreachable();
      case SENDING -> fail(Problem.of(stalled()));
      case WAITING, ANSWERING -> fail(Problem.of(GatewayProblem.UPSTREAM_TIMEOUT));
      case OVER -> {}
    }
  }

  /** Whose fault it is that a body does not get on: who does not take it, or who does not send. */
  private GatewayProblem stalled() {
    return call != null && call.writeQueueFull()
        ? GatewayProblem.UPSTREAM_TIMEOUT
        : GatewayProblem.BODY_TOO_SLOW;
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
    if (call != null && !wholeSent) {
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
    tools.metrics().record(route, request.method().name(), status, System.nanoTime() - begun);
  }
}
