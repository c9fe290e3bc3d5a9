package dev.homeport.order.marketplace;

import dev.homeport.order.order.OrderStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Since when a description stands, so that the later one wins. Platforms tell the time of a change
 * to the second or the millisecond and send several bodies with the same one. So below the
 * millisecond the state that is further on wins, and within that what was read under later settings
 * or by a later mapping: a body that is mapped again after a fix replaces what the old mapping
 * made.
 */
public final class Edition {
  /** Rises whenever a mapping reads the same body differently. */
  private static final int MAPPINGS = 1;

  private static final int STATES = 200;

  private Edition() {}

  /** The instant to give as {@code revisedAt}. */
  public static Instant of(Instant changed, OrderStatus status, Terms terms) {
    int within = Math.min(MAPPINGS + terms.edition(), STATES - 1);
    return changed
        .truncatedTo(ChronoUnit.MILLIS)
        .plus((long) status.ordinal() * STATES + within, ChronoUnit.MICROS);
  }
}
