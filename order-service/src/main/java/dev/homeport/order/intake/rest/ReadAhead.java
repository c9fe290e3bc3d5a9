package dev.homeport.order.intake.rest;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes things on a thread of its own, a few ahead of whoever takes them. What goes wrong there is
 * thrown to the taker in its turn.
 */
final class ReadAhead<T> implements AutoCloseable {
  /** Beside the one that is being made and the one that has been taken. */
  private static final int AHEAD = 2;

  private final BlockingQueue<Made<T>> made = new ArrayBlockingQueue<>(AHEAD);
  private final Consumer<Runnable> scope;
  private @Nullable Thread maker;

  /** Something made, or a failure, or the end where both are null. */
  private record Made<T>(@Nullable T thing, @Nullable RuntimeException failure) {}

  /**
   * @param scope runs the making under what it needs
   */
  ReadAhead(Consumer<Runnable> scope) {
    this.scope = scope;
  }

  /** Begins; the work hands on what it makes. */
  void start(Consumer<Consumer<T>> work) {
    maker =
        Thread.ofVirtual()
            .name("read-ahead")
            .start(
                () -> {
                  try {
                    scope.accept(() -> work.accept(thing -> put(new Made<>(thing, null))));
                    put(new Made<>(null, null));
                  } catch (Stopped _) {
                    // Nobody takes any more.
                  } catch (RuntimeException e) {
                    putLast(new Made<>(null, e));
                  }
                });
  }

  private void putLast(Made<T> failure) {
    try {
      put(failure);
    } catch (Stopped _) {
      // Nobody takes any more.
    }
  }

  private void put(Made<T> one) {
    try {
      made.put(one);
    } catch (InterruptedException _) {
      throw new Stopped();
    }
  }

  /** The next thing, empty at the end. */
  Optional<T> next() {
    try {
      Made<T> one = made.take();
      if (one.failure() != null) {
        throw one.failure();
      }
      return Optional.ofNullable(one.thing());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading was interrupted", e);
    }
  }

  /** Ends the making, also in the middle. */
  @Override
  public void close() {
    Thread running = maker;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stopped() {
      super("stopped", null, false, false);
    }
  }
}
