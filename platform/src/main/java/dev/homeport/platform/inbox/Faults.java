package dev.homeport.platform.inbox;

import java.sql.SQLException;
import java.util.Arrays;
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
    return passes(fault)
        || (fault.getCause() != null && mayPass(fault.getCause()))
        || Arrays.stream(fault.getSuppressed()).anyMatch(Faults::mayPass);
  }

  private static boolean passes(Throwable fault) {
    return fault instanceof TenantNotKnownYet
        || (fault instanceof SQLException sql && mayPass(sql.getSQLState()));
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
      super("the settings of the event's tenant have not arrived, or not its last reset");
    }
  }
}
