package dev.homeport.gateway.forward;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.traffic.TrafficClass;
import dev.homeport.gateway.upstream.Trial;
import dev.homeport.gateway.upstream.Upstream;
import dev.homeport.platform.http.RequestTimeout;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, and the answer on its way back. Lives on the event loop of
 * the client's connection. Whoever ends it first - the answer, a failure, a timeout, the client -
 * ends it for all. A service that breaks off before it has answered is asked once more where that
 * repeats nothing.
 */
final class Exchange {
  private static final Duration COME_BACK = Duration.ofSeconds(2);
  private static final long JITTER_MILLIS = 50;

  private final Forwarder.Tools tools;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Route route;
  private final @Nullable UUID tenant;
  private final Upstream upstream;
  private final TrafficClass kind;
  private final Watchdog watchdog;
  private final long begun = System.nanoTime();
  private Phase phase = Phase.CONNECTING;
  private final Repeat repeat;
  private @Nullable String authorization;
  private boolean wholeSent;
  private @Nullable HttpClientRequest call;
  private @Nullable Trial trial;

  private enum Phase {
    CONNECTING,
    SENDING,
    WAITING,
    ANSWERING,
    OVER
  }

  /**
   * @param tenant of the caller; null where the request is signed instead
   */
  Exchange(Forwarder.Tools tools, HttpServerRequest request, Route route, @Nullable UUID tenant) {
    this.tools = tools;
    this.request = request;
    this.response = request.response();
    this.route = route;
    this.tenant = tenant;
    this.upstream = tools.upstreams().named(route.service());
    this.kind = tools.classes().of(route);
    this.watchdog = new Watchdog(tools.vertx(), this::expired);
    this.repeat = Repeat.of(request, route);
  }

  /** Begins, if there is room; without credentials where the request is signed instead. */
  void begin(@Nullable String credentials) {
    if (!tools.bulkheads().enter(upstream.name(), upstream.addresses(), kind)) {
      Problem overloaded = Problem.of(CommonProblem.OVERLOADED).retryAfter(COME_BACK);
      tools.refusals().refuse(request, overloaded);
      record(overloaded.code().status());
      return;
    }
    authorization = credentials;
    response.closeHandler(_ -> clientLeft());
    response.exceptionHandler(_ -> clientLeft());
    upstream.retries().earn();
    if (!route.streamed()) {
      watchdog.endAfter(kind.totalTimeout());
    }
    connect();
  }

  /** Until there is a connection nothing has been sent, so trying once more repeats nothing. */
  private void connect() {
    enter(Phase.CONNECTING, tools.connectTimeout());
    open(() -> open(this::unreachable));
  }

  private void open(Runnable otherwise) {
    Optional<Trial> next = upstream.begin(route, tenant, request.headers(), trial);
    if (next.isEmpty()) {
      unreachable();
      return;
    }
    Trial begun = next.get();
    trial = begun;
    tools
        .upstreams()
        .open(begun.address().request(request.method(), request.uri()))
        .onSuccess(opened -> send(opened, begun))
        .onFailure(
            _ -> {
              if (phase == Phase.CONNECTING && begun == trial) {
                begun.lost();
                otherwise.run();
              }
            });
  }

  private void send(HttpClientRequest opened, Trial begun) {
    opened.exceptionHandler(_ -> brokenOff(opened));
    if (phase == Phase.OVER || begun != trial) {
      opened.reset();
      return;
    }
    call = opened;
    Headers.toService(request.headers(), opened.headers());
    tellTimeout(opened);
    if (authorization != null) {
      opened.putHeader(HttpHeaders.AUTHORIZATION, authorization);
    }
    opened.response().onSuccess(answer -> answer(answer, begun)).onFailure(_ -> brokenOff(opened));
    if (repeat.begun()) {
      sendWhole(opened, repeat.body());
    } else if (Framing.hasBody(request)) {
      sendBody(opened);
    } else {
      request.resume();
      sendWhole(opened, Buffer.buffer());
    }
  }

  /** After this time nobody waits for the answer, so its service need not go on. */
  private void tellTimeout(HttpClientRequest opened) {
    if (!route.streamed()) {
      long millis = Math.min(kind.firstByteTimeout().toMillis(), watchdog.millisLeft());
      opened.putHeader(RequestTimeout.HEADER, Long.toString(millis));
    }
  }

  private void sendWhole(HttpClientRequest opened, Buffer body) {
    if (body.length() == 0) {
      opened.end();
    } else {
      opened.end(body);
    }
    wholeSent = true;
    enter(Phase.WAITING, kind.firstByteTimeout());
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
      enter(Phase.WAITING, kind.firstByteTimeout());
    }
  }

  private void notSent(HttpClientRequest opened, Throwable failure) {
    if (failure instanceof WatchedBody.TooLarge) {
      fail(tools.tooLarge(route));
    } else if (phase == Phase.SENDING) {
      brokenOff(opened);
    }
  }

  private void answer(HttpClientResponse answer, Trial begun) {
    if (phase == Phase.OVER) {
      return;
    }
    begun.answered(answer.statusCode());
    if (!Answer.isDocument(answer)) {
      watchdog.endless();
    }
    enter(Phase.ANSWERING, tools.limits().idleTimeout());
    Answer.relay(answer, request, begun.address(), _ -> watchdog.moved())
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
    if (unanswered) {
      lost();
    }
    if (unanswered && repeat.begin() && upstream.retries().spend()) {
      enter(Phase.CONNECTING, tools.connectTimeout());
      tools.vertx().setTimer(jitter(), _ -> connectAgain());
    } else {
      fail(Problem.of(GatewayProblem.UPSTREAM_FAILED));
    }
  }

  private static long jitter() {
    return ThreadLocalRandom.current().nextLong(1, JITTER_MILLIS);
  }

  private void connectAgain() {
    if (phase == Phase.CONNECTING) {
      connect();
    }
  }

  private void lost() {
    if (trial != null) {
      trial.lost();
    }
  }

  private void expired() {
    switch (phase) {
      case CONNECTING -> {
        lost();
        unreachable();
      }
      case SENDING -> {
        GatewayProblem stalled = stalled();
        if (stalled == GatewayProblem.UPSTREAM_TIMEOUT) {
          lost();
        }
        fail(Problem.of(stalled));
      }
      case WAITING, ANSWERING -> {
        lost();
        fail(Problem.of(GatewayProblem.UPSTREAM_TIMEOUT));
      }
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
      end();
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
    end();
    if (call != null) {
      call.reset();
    }
  }

  private void end() {
    phase = Phase.OVER;
    watchdog.stop();
    if (trial != null) {
      trial.end();
    }
    tools.bulkheads().leave(upstream.name());
  }

  private void enter(Phase next, Duration limit) {
    phase = next;
    watchdog.enter(limit);
  }

  private void record(int status) {
    tools.metrics().record(route, request.method().name(), status, System.nanoTime() - begun);
  }
}
