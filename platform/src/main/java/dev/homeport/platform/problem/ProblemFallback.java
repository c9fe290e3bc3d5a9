package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Problems for what fails before or beside the REST layer, where no exception mapper is asked. */
@ApplicationScoped
public class ProblemFallback {
  private static final Logger LOG = Logger.getLogger(ProblemFallback.class);
  private static final int SERVER_ERROR = 500;
  private static final int BEFORE_OTHERS = -1_000_000;

  private final ObjectMapper json;

  ProblemFallback(ObjectMapper json) {
    this.json = json;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_OTHERS).failureHandler(this::answer);
    router.errorHandler(404, this::answer);
    router.errorHandler(405, this::answer);
  }

  private void answer(RoutingContext request) {
    if (request.response().ended() || request.response().headWritten()) {
      request.next();
      return;
    }
    String traceId = ProblemResponses.traceId();
    Problem problem = problem(request);
    if (problem.code().status() >= SERVER_ERROR) {
      LOG.errorf(
          request.failure(),
          "request failed traceId=%s path=%s",
          traceId,
          request.request().path());
    }
    var response = request.response().setStatusCode(problem.code().status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
    if (problem.code() == CommonProblem.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    var body = ProblemBody.of(problem, request.request().path(), traceId);
    try {
      response.end(json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      response.end();
    }
  }

  private static Problem problem(RoutingContext request) {
    Throwable failure = request.failure();
    if (failure == null) {
      return Problem.of(StatusProblems.code(request.statusCode()));
    }
    if (failure instanceof UnauthorizedException) {
      return Problem.of(CommonProblem.UNAUTHENTICATED);
    }
    if (failure instanceof AuthenticationException) {
      return Failures.ofAuthentication(failure);
    }
    return failure instanceof ForbiddenException
        ? Problem.of(CommonProblem.FORBIDDEN)
        : Failures.problem(failure);
  }
}
