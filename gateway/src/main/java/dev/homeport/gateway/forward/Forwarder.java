package dev.homeport.gateway.forward;

import dev.homeport.gateway.authentication.Verdict;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.traffic.Bulkheads;
import dev.homeport.gateway.traffic.TrafficClasses;
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
      TrafficClasses classes,
      Bulkheads bulkheads,
      Refusals refusals,
      RequestMetrics metrics) {
    this.tools =
        new Tools(
            vertx,
            upstreams,
            connecting.connectTimeout(),
            limits,
            classes,
            bulkheads,
            refusals,
            metrics);
  }

  /** Why the announced length of a body is refused; null when it is not. */
  @Nullable Problem refusal(HttpServerRequest request, Route route) {
    return Framing.length(request) > tools.limit(route) ? tools.tooLarge(route) : null;
  }

  /**
   * To be called on the event loop of the request, which must be paused.
   *
   * @param caller null where the request is signed instead
   */
  void forward(HttpServerRequest request, Route route, Verdict.@Nullable Accepted caller) {
    if (caller == null) {
      new Exchange(tools, request, route, null).begin(null);
    } else {
      new Exchange(tools, request, route, caller.caller().tenant())
          .begin("Bearer " + caller.token());
    }
  }

  /** What every exchange works with. */
  record Tools(
      Vertx vertx,
      Upstreams upstreams,
      Duration connectTimeout,
      ForwardConfig limits,
      TrafficClasses classes,
      Bulkheads bulkheads,
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
