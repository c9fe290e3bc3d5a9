package dev.homeport.order.marketplace.rest;

import dev.homeport.order.marketplace.Verdict;
import java.sql.SQLException;

/** What goes wrong where nothing should. */
final class Faults {
  /** What is written down of a body whose effects failed. */
  static final Verdict VERDICT =
      Verdict.quarantined(
          "effect-failed", "Taking it failed; the failure is recorded with the service.", "");

  private Faults() {}

  /** Whether it lies in the database and not in the body, so that the same may work later. */
  static boolean passing(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null
            || state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("55")
            || state.startsWith("57");
      }
    }
    return false;
  }
}
