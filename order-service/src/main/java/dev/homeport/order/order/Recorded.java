package dev.homeport.order.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When we heard of something, and from whom.
 *
 * @param at in microseconds
 * @param by the subject of the caller's token; {@code system} for work of our own; null where it
 *     was not kept
 */
public record Recorded(Instant at, @Nullable String by) {
  public Recorded {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
