package dev.homeport.analytics.value.btyd;

import java.time.Duration;

/**
 * How long a search for a maximum may go on. It ends with the best that it has.
 *
 * @param evaluations of the likelihood and its gradient
 * @param time of all searches of one model together
 */
public record Effort(int evaluations, Duration time) {

  /** Enough for every data set that is known, and an end for the others. */
  public static final Effort USUAL = new Effort(400, Duration.ofSeconds(120));

  Deadline begin() {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  record Deadline(long nanos) {
    boolean passed() {
      return System.nanoTime() - nanos > 0;
    }
  }
}
