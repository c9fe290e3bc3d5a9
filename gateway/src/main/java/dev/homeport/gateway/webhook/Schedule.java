package dev.homeport.gateway.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a delivery is tried: how long before each attempt, counted from the one before it.
 *
 * @param waits the first one is usually zero
 */
public record Schedule(List<Duration> waits) {
  /** By how much a wait is longer at the most, so that what failed together comes back apart. */
  static final double JITTER = 0.1;

  public Schedule {
    waits = List.copyOf(waits);
  }

  /** How long before the first attempt. */
  public Duration first() {
    return waits.getFirst();
  }

  /**
   * How long to wait after an attempt has failed; empty when it was the last.
   *
   * @param step the attempt, from 0
   * @param random from 0 to 1
   */
  public Optional<Duration> after(int step, DoubleSupplier random) {
    if (step + 1 >= waits.size()) {
      return Optional.empty();
    }
    long millis = waits.get(step + 1).toMillis();
    return Optional.of(Duration.ofMillis(Math.round(millis * (1 + JITTER * random.getAsDouble()))));
  }
}
