package dev.homeport.gateway.forward;

import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.upstream.UpstreamConfig;
import dev.homeport.gateway.upstream.Upstreams;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands requests whose caller is known on to the services. */
@ApplicationScoped
class Forwarder {
  private final Tools tools;

  Forwarder(
      Vertx vertx,
      Upstreams upstreams,
      UpstreamConfig connecting,
      ForwardConfig limits,
      Refusals refusals,
      RequestMetrics metrics) {
    this.tools =
        new Tools(vertx, upstreams, connecting.connectTimeout(), limits, refusals, metrics);
  }

  /** Why the announced length of a body is refused; null when it is not. */
  @Nullable Problem refusal(HttpServerRequest request, Route route) {
    return Framing.length(request) > tools.limit(route) ? tools.tooLarge(route) : null;
  }

  /** To be called on the event loop of the request, which must be paused. */
  void forward(HttpServerRequest request, Route route, @Nullable String token) {
    new Exchange(tools, request, route, tools.upstreams().named(route.service()))
        .begin(token == null ? null : "Bearer " + token);
  }

  /** What every exchange works with. */
  record Tools(
      Vertx vertx,
      Upstreams upstreams,
      Duration connectTimeout,
      ForwardConfig limits,
      Refusals refusals,
      RequestMetrics metrics) {

    long limit(Route route) {
      return (route.streamed() ? limits.maxStreamedBody() : limits.maxBody()).asLongValue();
    }

    Problem tooLarge(Route route) {
      return Problem.of(
          CommonProblem.BODY_TOO_LARGE,
          "The body may have at most %d bytes here.".formatted(limit(route)));
    }
  }
}
