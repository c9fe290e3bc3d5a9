package dev.homeport.gateway.forward;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.authentication.Authenticator;
import dev.homeport.gateway.authentication.Verdict;
import dev.homeport.gateway.route.Match;
import dev.homeport.gateway.route.OwnPaths;
import dev.homeport.gateway.route.RequestTarget;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.upstream.Routes;
import dev.homeport.gateway.upstream.UpstreamConfig;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What every request meets first: the rules for its target and framing, the route, the caller's
 * credentials, the size of its body; then it is forwarded. Requests for the gateway's own paths go
 * on to its REST layer, with an API key already exchanged for the token that it stands for.
 */
@ApplicationScoped
class Edge {
  /** Before the handlers of the REST layer and of security, after those that prepare a request. */
  private static final int ORDER = -100_000;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Routes routes;
  private final Authenticator authenticator;
  private final Forwarder forwarder;
  private final Refusals refusals;
  private final Vertx vertx;
  private final Duration routesRetry;

  Edge(
      Routes routes,
      Authenticator authenticator,
      Forwarder forwarder,
      Refusals refusals,
      Vertx vertx,
      UpstreamConfig upstream) {
    this.routes = routes;
    this.authenticator = authenticator;
    this.forwarder = forwarder;
    this.refusals = refusals;
    this.vertx = vertx;
    this.routesRetry = upstream.routesRetry();
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    var fault = RequestTarget.fault(request.uri()).or(() -> Framing.fault(request));
    if (fault.isPresent()) {
      refusals.refuse(request, Problem.of(GatewayProblem.PATH_REFUSED, fault.get()));
      return;
    }
    String path = request.path();
    if (OwnPaths.owns(path)) {
      own(context);
      return;
    }
    switch (routes.table().match(request.method().name(), path)) {
      case Match.Found(Route route) -> authenticated(request, token -> send(request, route, token));
      case Match.WrongMethod(var allowed) ->
          refusals.allow(request, allowed, Problem.of(CommonProblem.METHOD_NOT_ALLOWED));
      case Match.Unknown _ -> refusals.refuse(request, unknown(path));
    }
  }

  private void send(HttpServerRequest request, Route route, String token) {
    Problem refusal = forwarder.refusal(request, route);
    if (refusal != null) {
      refusals.refuse(request, refusal);
    } else {
      forwarder.forward(request, route, token);
    }
  }

  private void own(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!authenticator.isApiKey(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      context.next();
      return;
    }
    authenticated(
        request,
        token -> {
          request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
          request.resume();
          context.next();
        });
  }

  /** Leaves the request paused, and goes on with it on its own event loop. */
  private void authenticated(HttpServerRequest request, Consumer<String> next) {
    request.pause();
    Future<Verdict> verdict =
        authenticator.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (verdict.isComplete()) {
      decide(request, verdict.result(), next);
    } else {
      Context context = vertx.getOrCreateContext();
      verdict.onSuccess(decided -> context.runOnContext(_ -> decide(request, decided, next)));
    }
  }

  private void decide(HttpServerRequest request, Verdict verdict, Consumer<String> next) {
    switch (verdict) {
      case Verdict.Accepted accepted -> next.accept(accepted.token());
      case Verdict.Refused refused ->
          refusals.refuse(request, Problem.of(CommonProblem.UNAUTHENTICATED, refused.reason()));
      case Verdict.Undecided _ ->
          refusals.refuse(
              request,
              Problem.of(GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE).retryAfter(COME_BACK));
    }
  }

  /** As long as a service has not said what it answers, a path may be its. */
  private Problem unknown(String path) {
    return routes.complete() || !path.startsWith("/v1/")
        ? Problem.of(CommonProblem.NOT_FOUND)
        : Problem.of(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(routesRetry);
  }
}
