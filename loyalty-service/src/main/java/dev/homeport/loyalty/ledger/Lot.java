package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The points of one award that are used and expire together.
 *
 * @param causeId the order that earned them
 * @param size the award as the order now stands
 * @param used how much of it is gone
 * @param expired how much of it was not used in time; with the use at most the size
 * @param usableFrom when it can be used
 * @param expiresAt when the rest expires, null for never
 */
public record Lot(
    UUID id,
    UUID causeId,
    String rule,
    Instant usableFrom,
    @Nullable Instant expiresAt,
    long size,
    long used,
    long expired) {

  /** Soonest expiry first; the last two make the order total, whatever the ids. */
  static final Comparator<Lot> DRAWING_ORDER =
      Comparator.comparing(Lot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Lot::usableFrom)
          .thenComparing(Lot::causeId)
          .thenComparing(Lot::rule);

  /** Holds what is gone within the size. */
  public Lot {
    if (size < 0 || used < 0 || expired < 0 || Math.addExact(used, expired) > size) {
      throw new IllegalArgumentException(
          "a lot of %d cannot have used %d and lost %d".formatted(size, used, expired));
    }
  }

  /** What is left of it. */
  public long remaining() {
    return size - used - expired;
  }

  /** The same award with another fate. */
  Lot gone(long nowUsed, long nowExpired) {
    return nowUsed == used && nowExpired == expired
        ? this
        : new Lot(id, causeId, rule, usableFrom, expiresAt, size, nowUsed, nowExpired);
  }
}
