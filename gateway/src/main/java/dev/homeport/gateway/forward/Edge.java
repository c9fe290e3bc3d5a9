package dev.homeport.gateway.forward;

import dev.homeport.gateway.GatewayProblem;
import dev.homeport.gateway.access.AccessLog;
import dev.homeport.gateway.authentication.Authenticator;
import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.authentication.SignedCallers;
import dev.homeport.gateway.authentication.Verdict;
import dev.homeport.gateway.browser.CrossOrigin;
import dev.homeport.gateway.browser.SecurityHeaders;
import dev.homeport.gateway.limits.Allowance;
import dev.homeport.gateway.limits.RateLimits;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every request meets first: the rules for its target and framing, the route, the caller's
 * credentials, the size of its body; then it is forwarded. Requests for the gateway's own paths go
 * on to its REST layer, with an API key already exchanged for the token that it stands for.
 */
@ApplicationScoped
class Edge {
  /** Before the handlers of the REST layer and of security, after those that prepare a request. */
  private static final int ORDER = -100_000;

  private static final String API = "/v1/";
  private static final Set<String> OWN_METHODS =
      new TreeSet<>(Set.of("DELETE", "GET", "PATCH", "POST", "PUT"));
  private static final String GUESSED =
      "Too many credentials from this address were wrong; this one was not looked at, or is too.";
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Routes routes;
  private final Authenticator authenticator;
  private final SignedCallers signedCallers;
  private final RateLimits limits;
  private final Forwarder forwarder;
  private final Refusals refusals;
  private final CrossOrigin crossOrigin;
  private final Vertx vertx;
  private final Duration routesRetry;

  Edge(
      Routes routes,
      Authenticator authenticator,
      SignedCallers signedCallers,
      RateLimits limits,
      Forwarder forwarder,
      Refusals refusals,
      CrossOrigin crossOrigin,
      Vertx vertx,
      UpstreamConfig upstream) {
    this.routes = routes;
    this.authenticator = authenticator;
    this.signedCallers = signedCallers;
    this.limits = limits;
    this.forwarder = forwarder;
    this.refusals = refusals;
    this.crossOrigin = crossOrigin;
    this.vertx = vertx;
    this.routesRetry = upstream.routesRetry();
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    context.addHeadersEndHandler(
        _ -> SecurityHeaders.writeTo(request, request.response().headers()));
    var fault = RequestTarget.fault(request.uri()).or(() -> Framing.fault(request));
    if (fault.isPresent()) {
      refusals.refuse(request, Problem.of(GatewayProblem.PATH_REFUSED, fault.get()));
      return;
    }
    String path = request.path();
    if (CrossOrigin.isQuestion(request)) {
      question(request, path);
      return;
    }
    if (OwnPaths.owns(path)) {
      own(context);
      return;
    }
    switch (routes.table().match(request.method().name(), path)) {
      case Match.Found(Route route) when route.signed() -> signed(context, route);
      case Match.Found(Route route) ->
          authenticated(context, route, caller -> send(request, route, caller));
      case Match.WrongMethod(var allowed) ->
          refusals.allow(request, allowed, Problem.of(CommonProblem.METHOD_NOT_ALLOWED));
      case Match.Unknown _ -> refusals.refuse(request, unknown(path));
    }
  }

  /** A browser asks with a method that no route has whether a script may call with another. */
  private void question(HttpServerRequest request, String path) {
    crossOrigin.answer(
        request,
        routes.table().match(request.method().name(), path)
                instanceof Match.WrongMethod(var methods)
            ? methods
            : OWN_METHODS);
  }

  /** Its service checks the signature; who sends too many that are wrong is stopped here. */
  private void signed(RoutingContext context, Route route) {
    AccessLog.matched(context, route);
    HttpServerRequest request = context.request();
    request.pause();
    String address = request.remoteAddress().hostAddress();
    Verdict.TooMany tooMany = signedCallers.refusal(request.path(), address);
    if (tooMany != null) {
      refusals.refuse(
          request,
          Problem.of(CommonProblem.RATE_LIMITED, GUESSED).retryAfter(tooMany.retryAfter()));
      return;
    }
    context.addHeadersEndHandler(
        _ -> signedCallers.answered(request.path(), address, context.response().getStatusCode()));
    limited(context, route, signedCallers.caller(address), () -> send(request, route, null));
  }

  private void send(HttpServerRequest request, Route route, Verdict.@Nullable Accepted caller) {
    Problem refusal = forwarder.refusal(request, route);
    if (refusal != null) {
      refusals.refuse(request, refusal);
    } else {
      forwarder.forward(request, route, caller);
    }
  }

  /** Whoever names itself is known before the REST layer; who may come without does so there. */
  private void own(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.path().startsWith(API)
        || !Authenticator.isBearer(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      context.next();
      return;
    }
    authenticated(
        context,
        null,
        caller -> {
          request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token());
          request.resume();
          context.next();
        });
  }

  /** Leaves the request paused, and goes on with it on its own event loop. */
  private void authenticated(
      RoutingContext context, @Nullable Route route, Consumer<Verdict.Accepted> next) {
    AccessLog.matched(context, route);
    HttpServerRequest request = context.request();
    request.pause();
    Future<Verdict> verdict =
        authenticator.authenticate(
            request.getHeader(HttpHeaders.AUTHORIZATION), request.remoteAddress());
    if (verdict.isComplete()) {
      decide(context, route, verdict.result(), next);
    } else {
      Context loop = vertx.getOrCreateContext();
      verdict.onSuccess(decided -> loop.runOnContext(_ -> decide(context, route, decided, next)));
    }
  }

  private void decide(
      RoutingContext context,
      @Nullable Route route,
      Verdict verdict,
      Consumer<Verdict.Accepted> next) {
    HttpServerRequest request = context.request();
    UUID tenant = verdict instanceof Verdict.Accepted known ? known.caller().tenant() : null;
    context.addHeadersEndHandler(
        _ -> crossOrigin.permit(request, tenant, request.response().headers()));
    switch (verdict) {
      case Verdict.Accepted accepted ->
          limited(context, route, accepted.caller(), () -> next.accept(accepted));
      case Verdict.Refused refused ->
          refusals.refuse(request, Problem.of(CommonProblem.UNAUTHENTICATED, refused.reason()));
      case Verdict.TooMany tooMany ->
          refusals.refuse(
              request,
              Problem.of(CommonProblem.RATE_LIMITED, GUESSED).retryAfter(tooMany.retryAfter()));
      case Verdict.Undecided _ ->
          refusals.refuse(
              request,
              Problem.of(GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE).retryAfter(COME_BACK));
    }
  }

  private void limited(
      RoutingContext context, @Nullable Route route, Caller caller, Runnable next) {
    AccessLog.known(context, caller);
    Future<Allowance> taken = limits.take(caller, route, context.request().path());
    if (taken.isComplete()) {
      allowed(context, taken.result(), next);
    } else {
      Context loop = vertx.getOrCreateContext();
      taken.onSuccess(allowance -> loop.runOnContext(_ -> allowed(context, allowance, next)));
    }
  }

  private void allowed(RoutingContext context, Allowance allowance, Runnable next) {
    context.addHeadersEndHandler(_ -> allowance.answer(context.response()));
    if (allowance.granted()) {
      next.run();
    } else {
      refusals.refuse(context.request(), allowance.problem());
    }
  }

  /** As long as a service has not said what it answers, a path may be its. */
  private Problem unknown(String path) {
    return routes.complete() || !path.startsWith(API)
        ? Problem.of(CommonProblem.NOT_FOUND)
        : Problem.of(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(routesRetry);
  }
}
