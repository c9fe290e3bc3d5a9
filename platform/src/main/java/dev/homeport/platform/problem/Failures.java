package dev.homeport.platform.problem;

import io.quarkus.oidc.OIDCException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a failure means to the caller: to come back later, or nothing he can act on. */
final class Failures {
  private static final int MAX_DEPTH = 20;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Failures() {}

  static Problem problem(Throwable failure) {
    Problem inner = find(failure, Problem.class);
    if (inner != null) {
      return inner;
    }
    SQLException sql = find(failure, SQLException.class);
    if (sql != null) {
      return ofDatabase(sql);
    }
    if (find(failure, RejectedExecutionException.class) != null) {
      return Problem.of(CommonProblem.OVERLOADED).retryAfter(SOON);
    }
    if (find(failure, OIDCException.class) != null) {
      return Problem.of(CommonProblem.UNAVAILABLE).retryAfter(LATER);
    }
    return isUnreadableMediaType(failure)
        ? Problem.of(CommonProblem.NOT_ACCEPTABLE)
        : Problem.of(CommonProblem.INTERNAL_ERROR);
  }

  /** Quarkus REST does not expect that an {@code Accept} header is none. */
  private static boolean isUnreadableMediaType(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure instanceof IllegalArgumentException
        && trace.length > 0
        && trace[0].getClassName().endsWith(".MediaTypeHeaderDelegate");
  }

  static Problem ofAuthentication(Throwable failure) {
    boolean unreachable =
        find(failure, ConnectException.class) != null
            || find(failure, TimeoutException.class) != null;
    return unreachable
        ? Problem.of(CommonProblem.UNAVAILABLE).retryAfter(LATER)
        : Problem.of(CommonProblem.UNAUTHENTICATED);
  }

  /** The first of its kind in the chain of causes. */
  static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
    Throwable next = failure;
    for (int depth = 0; next != null && depth < MAX_DEPTH; depth++) {
      if (kind.isInstance(next)) {
        return kind.cast(next);
      }
      next = next.getCause();
    }
    return null;
  }

  /** By SQLSTATE class: 40 rollback, 55 lock, 53 resources, 57 and 08 the server is away. */
  private static Problem ofDatabase(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // The pool itself: no connection in time, because all are busy or none can be made.
      return find(failure, ConnectException.class) == null
              && find(failure, TimeoutException.class) != null
          ? Problem.of(CommonProblem.OVERLOADED).retryAfter(SOON)
          : unlessUnreachable(failure);
    }
    return switch (state.substring(0, 2)) {
      case "40", "53", "55" -> Problem.of(CommonProblem.OVERLOADED).retryAfter(SOON);
      case "08" -> Problem.of(CommonProblem.DATABASE_UNAVAILABLE).retryAfter(LATER);
      case "57" -> ofIntervention(state);
      default -> Problem.of(CommonProblem.INTERNAL_ERROR);
    };
  }

  private static Problem ofIntervention(String state) {
    return state.equals("57014") // query_canceled: a statement ran into its time limit
        ? Problem.of(CommonProblem.OVERLOADED).retryAfter(SOON)
        : Problem.of(CommonProblem.DATABASE_UNAVAILABLE).retryAfter(LATER);
  }

  private static Problem unlessUnreachable(SQLException failure) {
    return find(failure, ConnectException.class) == null
        ? Problem.of(CommonProblem.INTERNAL_ERROR)
        : Problem.of(CommonProblem.DATABASE_UNAVAILABLE).retryAfter(LATER);
  }
}
