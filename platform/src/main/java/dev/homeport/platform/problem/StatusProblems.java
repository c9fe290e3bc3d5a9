package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;

/** Problems for what the HTTP layer refuses by a status alone. */
final class StatusProblems {
  private static final Logger LOG = Logger.getLogger(StatusProblems.class);
  private static final int SERVER_ERROR = 500;

  private StatusProblems() {}

  static Problem of(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return JsonProblems.of(json);
    }
    Problem inner = Failures.find(failure, Problem.class);
    if (inner != null) {
      return inner;
    }
    int status = failure.getResponse().getStatus();
    if (status >= SERVER_ERROR) {
      LOG.errorf(failure, "request failed status=%d", status);
    }
    return Problem.of(code(status));
  }

  /** The common code of a status; a status that has none becomes one of its class. */
  static ProblemCode code(int status) {
    return switch (status) {
      case 400 -> CommonProblem.MALFORMED;
      case 401 -> CommonProblem.UNAUTHENTICATED;
      case 403 -> CommonProblem.FORBIDDEN;
      case 404 -> CommonProblem.NOT_FOUND;
      case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
      case 406 -> CommonProblem.NOT_ACCEPTABLE;
      case 409 -> CommonProblem.CONFLICT;
      case 412 -> CommonProblem.PRECONDITION_FAILED;
      case 413 -> CommonProblem.BODY_TOO_LARGE;
      case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
      case 422 -> CommonProblem.VALIDATION_FAILED;
      case 428 -> CommonProblem.PRECONDITION_REQUIRED;
      case 429 -> CommonProblem.RATE_LIMITED;
      case 503 -> CommonProblem.UNAVAILABLE;
      default -> status < SERVER_ERROR ? new Refused(status) : CommonProblem.INTERNAL_ERROR;
    };
  }

  /** A client error without a code of its own keeps its status. */
  private record Refused(int status) implements ProblemCode {
    @Override
    public String slug() {
      return CommonProblem.REQUEST_REFUSED.slug();
    }

    @Override
    public String title() {
      return CommonProblem.REQUEST_REFUSED.title();
    }
  }
}
