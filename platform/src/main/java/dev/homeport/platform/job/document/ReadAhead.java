package dev.homeport.platform.job.document;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes things on a thread of its own, a few ahead of whoever takes them. What goes wrong there is
 * thrown to the taker in its turn. The thread is never interrupted: that would close the connection
 * from which it reads.
 */
final class ReadAhead<T> implements AutoCloseable {
  /** Beside the one that is being made and the one that has been taken. */
  private static final int AHEAD = 2;

  private static final long GLANCE_MILLIS = 50;

  private final BlockingQueue<Made<T>> made = new ArrayBlockingQueue<>(AHEAD);
  private final Consumer<Runnable> scope;
  private volatile boolean closed;
  private @Nullable Thread maker;

  /** Something made, or a failure, or the end where both are null. */
  private record Made<T>(@Nullable T thing, @Nullable Throwable failure) {}

  /**
   * @param scope runs the making under what it needs
   */
  ReadAhead(Consumer<Runnable> scope) {
    this.scope = scope;
  }

  /** Begins; the work hands on what it makes. */
  void start(Consumer<Consumer<T>> work) {
    maker = Thread.ofVirtual().name("read-ahead").start(() -> make(work));
  }

  private void make(Consumer<Consumer<T>> work) {
    try {
      scope.accept(() -> work.accept(thing -> put(new Made<>(thing, null))));
      put(new Made<>(null, null));
    } catch (Closed _) {
      // Nobody takes any more.
    } catch (RuntimeException | Error e) {
      try {
        put(new Made<>(null, e));
      } catch (Closed _) {
        // Nobody takes any more.
      }
    }
  }

  private void put(Made<T> one) {
    try {
      do {
        if (closed) {
          throw new Closed();
        }
      } while (!made.offer(one, GLANCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      throw new Closed();
    }
  }

  /** The next thing, empty at the end. */
  Optional<T> next() {
    try {
      Made<T> one = made.take();
      return switch (one.failure()) {
        case null -> Optional.ofNullable(one.thing());
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading was interrupted", e);
    }
  }

  /** Ends the making, also in the middle. */
  @Override
  public void close() {
    closed = true;
    Thread running = maker;
    if (running == null) {
      return;
    }
    try {
      running.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Closed() {
      super("closed", null, false, false);
    }
  }
}
