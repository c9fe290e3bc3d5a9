package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Points that a free return takes from whatever lots could be used at its time.
 *
 * @param causeId the free return
 * @param at when it happened
 * @param points how many, at least 0
 */
public record Draw(UUID causeId, Instant at, long points) {
  static final Comparator<Draw> IN_TIME =
      Comparator.comparing(Draw::at).thenComparing(Draw::causeId);
}
