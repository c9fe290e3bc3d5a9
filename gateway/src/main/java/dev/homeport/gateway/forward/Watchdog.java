package dev.homeport.gateway.forward;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Looks after one exchange: when nothing has moved for the time that its present phase allows, or
 * all together takes too long, it says so, once. One timer, seldom set anew; to be used from one
 * event loop.
 */
final class Watchdog {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long NANOS_IN_MILLI = 1_000_000;

  private final Vertx vertx;
  private final Runnable expired;
  private long limit;
  private long endsAt = NEVER;
  private long movedAt;
  private long timer;
  private long armedUntil;
  private boolean stopped;

  Watchdog(Vertx vertx, Runnable expired) {
    this.vertx = vertx;
    this.expired = expired;
  }

  /** All phases together must be over after this time. */
  void endAfter(Duration total) {
    endsAt = System.nanoTime() + total.toNanos();
  }

  /** Only the limits of the phases count from now on. */
  void endless() {
    endsAt = NEVER;
  }

  /** How much time all phases together have left. */
  long millisLeft() {
    return endsAt == NEVER
        ? Long.MAX_VALUE
        : Math.max(0, (endsAt - System.nanoTime()) / NANOS_IN_MILLI);
  }

  /** Begins a phase with a limit of its own. */
  void enter(Duration limit) {
    this.limit = limit.toNanos();
    moved();
    // A timer that fires too early looks again; only one that would fire too late is set anew.
    if (armedUntil == 0 || armedUntil - movedAt > this.limit) {
      vertx.cancelTimer(timer);
      arm(left());
    }
  }

  /** Something has moved. */
  void moved() {
    movedAt = System.nanoTime();
  }

  void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  private void arm(long nanos) {
    if (!stopped) {
      armedUntil = System.nanoTime() + nanos;
      timer = vertx.setTimer(Math.max(1, nanos / NANOS_IN_MILLI), _ -> look());
    }
  }

  private long left() {
    long now = System.nanoTime();
    long phase = limit - (now - movedAt);
    return endsAt == NEVER ? phase : Math.min(phase, endsAt - now);
  }

  private void look() {
    long left = left();
    if (left > 0) {
      arm(left);
    } else if (!stopped) {
      stopped = true;
      expired.run();
    }
  }
}
