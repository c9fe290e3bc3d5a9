package dev.homeport.platform.job;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that are not the job's own: the same run may succeed a little later. */
final class Setback {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** SQL state classes: connection, rollback, resources, not ready (locks), operator, system. */
  private static final Set<String> TRANSIENT = Set.of("08", "40", "53", "55", "57", "58");

  private Setback() {}

  /** Looks at the causes, and at what went wrong when the transaction was rolled back. */
  static boolean is(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isTransient(t) || Arrays.stream(t.getSuppressed()).anyMatch(Setback::is)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransient(Throwable failure) {
    return switch (failure) {
      case SQLTransientException _ -> true;
      case SQLException e -> isTransient(e.getSQLState());
      case OptimisticLockException _, RollbackException _, VirtualMachineError _ -> true;
      default -> false;
    };
  }

  /** One second, doubled with every setback in a row, at most a minute. */
  static Duration wait(int setbacks) {
    Duration wait = Duration.ofSeconds(1L << Math.clamp(setbacks, 0, 6));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** The pool gives no state when it has no connection in time. */
  private static boolean isTransient(@Nullable String state) {
    return state == null || (state.length() >= 2 && TRANSIENT.contains(state.substring(0, 2)));
  }
}
