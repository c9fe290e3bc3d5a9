package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cause deserves, in all: whatever was posted for it before is replaced.
 *
 * @param shares of an order or activity, one for each rule that gives points
 * @param taken by a free return, at least 0
 * @param effectiveAt when the cause came to stand as it does
 * @param takenAt when a free return draws on the lots
 * @param explanation one sentence for people
 */
public record Deserved(
    Cause cause,
    List<Share> shares,
    long taken,
    Instant effectiveAt,
    Instant takenAt,
    String explanation) {

  /**
   * Points by one rule; a lot of their own.
   *
   * @param waits whether they have to wait until then
   * @param usableFrom when they can be used
   * @param expiresAt when they expire, null for never
   */
  public record Share(
      String rule, long points, boolean waits, Instant usableFrom, @Nullable Instant expiresAt) {}

  /** Copies, and refuses points of the wrong sign. */
  public Deserved {
    shares = List.copyOf(shares);
    boolean legal =
        switch (cause.kind()) {
          case ORDER, ACTIVITY, MIGRATION, GRANT ->
              taken == 0 && shares.stream().allMatch(share -> share.points() >= 0);
          case FREE_RETURN -> taken >= 0 && shares.isEmpty();
          case SPEND, EXPIRY, OPENING -> false;
        };
    if (!legal) {
      throw new IllegalArgumentException(
          "%s cannot deserve %s less %d".formatted(cause.kind(), shares, taken));
    }
  }

  /** Points in all, negative for a claw-back. */
  public long points() {
    return shares.stream().mapToLong(Share::points).sum() - taken;
  }
}
