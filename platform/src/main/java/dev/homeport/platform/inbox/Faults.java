package dev.homeport.platform.inbox;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells faults that may pass from those that will come again. */
public final class Faults {
  /** Connection lost, transaction rolled back, out of resources, shutting down. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Faults() {}

  /** Whether trying again later may succeed. */
  public static boolean mayPass(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return mayPass(sql.getSQLState());
      }
      if (cause instanceof TenantNotKnownYet) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayPass(@Nullable String state) {
    return state == null
        || state.length() < 2
        || PASSING_CLASSES.contains(state.substring(0, 2))
        || state.equals(LOCK_NOT_AVAILABLE);
  }

  /** An event was faster than the settings of its tenant. */
  static final class TenantNotKnownYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    TenantNotKnownYet() {
      super("the settings of the event's tenant have not arrived");
    }
  }
}
