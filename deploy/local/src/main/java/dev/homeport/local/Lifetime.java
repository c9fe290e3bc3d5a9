package dev.homeport.local;

/** How long a server process lives. */
public enum Lifetime {
  /** Until it is closed, and at the latest until this JVM ends. For tests. */
  THIS_JVM,
  /** Until it is stopped by a later command; it survives this JVM and the terminal. */
  DETACHED
}
