package dev.homeport.platform.job;

/** Ends a run from outside: thrown by the methods of {@link JobRun}, to be let through. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a run ends early. */
  enum Reason {
    /** Somebody asked for it. */
    CANCELLED,
    /** The replica stops; another goes on. */
    STOPPING,
    /** Another replica has taken over. */
    LOST
  }

  private final Reason reason;

  RunStopped(Reason reason) {
    super("The run ends: " + reason, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
