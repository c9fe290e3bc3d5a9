package dev.homeport.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * A thread that drains in rounds: when woken, otherwise at a steady pace, and again without a pause
 * while rounds come back full. Woken again right after a round it first lets some more gather.
 */
final class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final String name;
  private final Duration pace;
  private final int full;
  private final IntSupplier round;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean stopping;
  private final Thread thread;

  Relay(String name, Duration pace, int full, IntSupplier round) {
    this.name = name;
    this.pace = pace;
    this.full = full;
    this.round = round;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  void stop() throws InterruptedException {
    stopping = true;
    wake.release();
    thread.join(5_000);
  }

  private void run() {
    long endedAt = System.nanoTime() - BUSY_NANOS;
    while (!stopping) {
      try {
        boolean woken = wake.tryAcquire(pace.toMillis(), TimeUnit.MILLISECONDS);
        if (woken && System.nanoTime() - endedAt < BUSY_NANOS) {
          LockSupport.parkNanos(GATHER_NANOS);
        }
        wake.drainPermits();
        while (round.getAsInt() >= full && !stopping) {}
        endedAt = System.nanoTime();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warnf("%s will try again: %s", name, e.getMessage());
      }
    }
  }
}
