package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The points of one award that are used and expire together.
 *
 * @param causeId the order that earned them
 * @param stage whether it can be used
 * @param usableFrom when it can be used
 * @param expiresAt when the rest expires, null for never
 * @param size the award as the order now stands
 * @param used how much of it is gone
 * @param expired how much of it was not used in time; with the use at most the size
 */
public record Lot(
    UUID id,
    UUID causeId,
    String rule,
    Stage stage,
    Instant usableFrom,
    @Nullable Instant expiresAt,
    long size,
    long used,
    long expired) {

  /** Whether points can be used. */
  public enum Stage {
    /** At once. */
    USABLE,
    /** Not until time has passed the moment from which they can be. */
    WAITING,
    /** They had to wait, and time has passed that moment. */
    OPENED
  }

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
    if (stage == Stage.WAITING && used + expired > 0) {
      throw new IllegalArgumentException("a lot that waits cannot be used");
    }
  }

  /** A lot that nothing has touched yet. */
  static Lot fresh(UUID id, UUID causeId, Deserved.Share share) {
    Stage stage = share.waits() ? Stage.WAITING : Stage.USABLE;
    return new Lot(
        id,
        causeId,
        share.rule(),
        stage,
        share.usableFrom(),
        share.expiresAt(),
        share.points(),
        0,
        0);
  }

  /** What is left of it. */
  public long remaining() {
    return size - used - expired;
  }

  /** Whether it can not be used yet. */
  public boolean waiting() {
    return stage == Stage.WAITING;
  }

  /** Whether it expires without ever having been usable. */
  boolean lapses() {
    return expiresAt != null && !usableFrom.isBefore(expiresAt);
  }

  /** Whether it can be used, and expires, when the other does. */
  boolean sameTimes(Lot other) {
    return (stage == Stage.USABLE) == (other.stage == Stage.USABLE)
        && usableFrom.equals(other.usableFrom)
        && Objects.equals(expiresAt, other.expiresAt);
  }

  /** The same award with another fate. */
  Lot gone(Stage now, long nowUsed, long nowExpired) {
    return now == stage && nowUsed == used && nowExpired == expired
        ? this
        : new Lot(id, causeId, rule, now, usableFrom, expiresAt, size, nowUsed, nowExpired);
  }
}
