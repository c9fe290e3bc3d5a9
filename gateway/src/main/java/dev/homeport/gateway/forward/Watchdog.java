package dev.homeport.gateway.forward;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Looks after one exchange: when nothing has moved for the time that its present phase allows, it
 * says so, once. One timer, seldom set anew; to be used from one event loop.
 */
final class Watchdog {
  private final Vertx vertx;
  private final Runnable expired;
  private long limit;
  private long movedAt;
  private long timer;
  private long armedUntil;
  private boolean stopped;

  Watchdog(Vertx vertx, Runnable expired) {
    this.vertx = vertx;
    this.expired = expired;
  }

  /** Begins a phase with a limit of its own. */
  void enter(Duration limit) {
    this.limit = limit.toNanos();
    moved();
    // A timer that fires too early looks again; only one that would fire too late is set anew.
    if (armedUntil == 0 || armedUntil - movedAt > this.limit) {
      vertx.cancelTimer(timer);
      arm(this.limit);
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
      timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), _ -> look());
    }
  }

  private void look() {
    long left = limit - (System.nanoTime() - movedAt);
    if (left > 0) {
      arm(left);
    } else if (!stopped) {
      stopped = true;
      expired.run();
    }
  }
}
