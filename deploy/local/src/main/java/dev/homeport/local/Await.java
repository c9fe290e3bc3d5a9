package dev.homeport.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never longer than a limit. */
final class Await {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Await() {}

  interface Condition {
    boolean holds();
  }

  /** True as soon as the condition holds, false when it did not within the limit. */
  static boolean until(Duration limit, Condition condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
