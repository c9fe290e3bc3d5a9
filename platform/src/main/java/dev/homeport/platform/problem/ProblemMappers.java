package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that reaches the edge of the service leaves it as a problem. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int FIRST = 1;
  private static final int SERVER_ERROR = 500;

  @ServerExceptionMapper(priority = FIRST)
  public Response refused(Problem problem, UriInfo uri) {
    return answer(problem, uri);
  }

  @ServerExceptionMapper(
      value = {
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
      },
      priority = FIRST)
  public Response unauthenticated(Throwable failure, UriInfo uri) {
    // An identity provider that cannot be reached also arrives as a failed authentication.
    return answer(Failures.ofAuthentication(failure), uri);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response forbidden(ForbiddenException failure, UriInfo uri) {
    return answer(
        Problem.of(CommonProblem.FORBIDDEN, "The access token lacks the scope this needs."), uri);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response notAllowed(NotAllowedException failure, UriInfo uri) {
    return notAllowed(AllowedMethods.ofCurrentRequest(), uri);
  }

  /** Quarkus REST says so too of a path that has other methods, where several classes share it. */
  @ServerExceptionMapper(priority = FIRST)
  public Response notFound(NotFoundException failure, UriInfo uri, Request request) {
    Set<String> methods = AllowedMethods.ofCurrentRequest();
    return methods.isEmpty() || methods.contains(request.getMethod())
        ? answer(StatusProblems.of(failure), uri)
        : notAllowed(methods, uri);
  }

  private static Response notAllowed(Set<String> methods, UriInfo uri) {
    Response answer = answer(Problem.of(CommonProblem.METHOD_NOT_ALLOWED), uri);
    return Response.fromResponse(answer).allow(methods).build();
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response failed(WebApplicationException failure, UriInfo uri) {
    Problem problem = StatusProblems.of(failure);
    Response answer = answer(problem, uri);
    Object retryAfter = failure.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return retryAfter == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, retryAfter).build();
  }

  // Each class by its own name: the mappers that Quarkus has for two of them are more specific.
  @ServerExceptionMapper(
      value = {
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
      },
      priority = FIRST)
  public Response unreadable(JsonProcessingException failure, UriInfo uri) {
    return logged(JsonProblems.of(failure), failure, uri);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response invalid(ValidationException failure, UriInfo uri) {
    return logged(ViolationProblems.of(failure), failure, uri);
  }

  @ServerExceptionMapper(priority = FIRST)
  public Response broken(Throwable failure, UriInfo uri) {
    return logged(Failures.problem(failure), failure, uri);
  }

  private static Response logged(Problem problem, Throwable failure, UriInfo uri) {
    String traceId = ProblemResponses.traceId();
    String path = path(uri);
    if (problem.code() == CommonProblem.INTERNAL_ERROR) {
      LOG.errorf(failure, "request failed traceId=%s path=%s", traceId, path);
    } else if (problem.code().status() >= SERVER_ERROR) {
      LOG.warnf(
          "request refused code=%s traceId=%s path=%s cause=%s",
          problem.code().slug(), traceId, path, failure);
    }
    return ProblemResponses.of(problem, path, traceId);
  }

  private static Response answer(Problem problem, UriInfo uri) {
    return ProblemResponses.of(problem, path(uri));
  }

  private static String path(UriInfo uri) {
    return uri.getRequestUri().getRawPath();
  }
}
