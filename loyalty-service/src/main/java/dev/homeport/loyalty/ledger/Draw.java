package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that are taken from whatever lots could be used at a time.
 *
 * @param causeId the free return, or whatever they were spent on
 * @param at when it happened
 * @param use what becomes of them
 * @param points how many, at least 0
 */
public record Draw(UUID causeId, Instant at, Use use, long points) {
  static final Comparator<Draw> IN_TIME =
      Comparator.comparing(Draw::at).thenComparing(Draw::causeId);

  /** Refuses to give. */
  public Draw {
    if (points < 0) {
      throw new IllegalArgumentException("a draw takes points");
    }
  }

  /** What becomes of points that are taken from lots. */
  public enum Use {
    /** They are gone: they had been given for goods that came back. */
    TAKEN_BACK,
    /** They are set aside, and can come back. */
    HELD,
    /** They are spent. */
    REDEEMED
  }

  /** Whether it takes as many points at the same time. */
  boolean same(@Nullable Draw other) {
    return other != null && at.equals(other.at) && points == other.points;
  }

  long held() {
    return use == Use.HELD ? points : 0;
  }

  long redeemed() {
    return use == Use.REDEEMED ? points : 0;
  }
}
