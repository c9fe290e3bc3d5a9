package dev.homeport.platform.event;

import java.time.Duration;

/**
 * A topic that this service owns. Owners declare theirs as {@code @Produces @Singleton} beans, and
 * they are created at start.
 */
public sealed interface Topic {
  String name();

  /**
   * Every record stays for a while.
   *
   * @param personal the data of its events is sealed on the way
   */
  record Retained(String name, Duration retention, boolean personal) implements Topic {}

  /** The last record of a key stays for ever. */
  record Compacted(String name) implements Topic {}

  static Topic retained(String name, int days) {
    return new Retained(name, Duration.ofDays(days), false);
  }

  /**
   * A topic whose events hold personal data; it is sealed, and gone a day after its time at most.
   */
  static Topic personal(String name, int days) {
    return new Retained(name, Duration.ofDays(days), true);
  }

  static Topic compacted(String name) {
    return new Compacted(name);
  }
}
