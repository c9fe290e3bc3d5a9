package dev.homeport.platform.inbox;

import dev.homeport.platform.problem.Problem;
import java.sql.SQLException;

/** Why an event was refused, in words that hold no data of the event. */
final class Reasons {
  private Reasons() {}

  /** For whoever asks over HTTP, who is told nothing of the inside. */
  static String told(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem.code().title() + ".";
      }
    }
    return "The listener failed again; the log of the service says how.";
  }

  static String of(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem.code().slug();
      }
      if (cause instanceof SQLException sql) {
        return "database refused it with state " + sql.getSQLState();
      }
    }
    return "listener failed with " + fault.getClass().getSimpleName();
  }
}
