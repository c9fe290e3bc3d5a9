package dev.homeport.loyalty.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a cause deserves under a rule, in all: whatever was posted for it before is replaced.
 *
 * @param points at least 0 for an order, at most 0 for a free return
 * @param effectiveAt when the cause came to stand as it does
 * @param usableFrom when the points of an award can be used
 * @param expiresAt when they expire, null for never
 * @param explanation one sentence for people
 */
public record Deserved(
    Cause cause,
    String rule,
    long points,
    Instant effectiveAt,
    Instant usableFrom,
    @Nullable Instant expiresAt,
    String explanation) {

  /** Refuses points of the wrong sign. */
  public Deserved {
    boolean legal =
        switch (cause.kind()) {
          case ORDER -> points >= 0;
          case FREE_RETURN -> points <= 0;
          case EXPIRY -> false;
        };
    if (!legal) {
      throw new IllegalArgumentException(cause.kind() + " cannot deserve " + points + " points");
    }
  }
}
