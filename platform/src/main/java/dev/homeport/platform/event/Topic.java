package dev.homeport.platform.event;

import java.time.Duration;

/**
 * A topic that this service owns. Owners declare theirs as {@code @Produces @Singleton} beans, and
 * they are created at start.
 */
public sealed interface Topic {
  String name();

  /** Every record stays for a while. */
  record Retained(String name, Duration retention) implements Topic {}

  /** The last record of a key stays for ever. */
  record Compacted(String name) implements Topic {}

  static Topic retained(String name, int days) {
    return new Retained(name, Duration.ofDays(days));
  }

  static Topic compacted(String name) {
    return new Compacted(name);
  }
}
