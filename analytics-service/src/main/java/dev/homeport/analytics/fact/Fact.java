package dev.homeport.analytics.fact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one order, or one return without an order, contributes to the measures of its buyer.
 *
 * @param identityId the buyer on the channel, to whom the fact belongs for ever
 * @param sourceId id of the order or the return
 * @param at when it was placed or returned
 * @param basket empty for a return without an order
 * @param counted whether it is one of the orders of its buyer; always with a contribution
 * @param contribution what it is worth in the reporting currency; empty while the conversion is
 *     pending, and then the fact is left out of everything
 * @param revision of the order or return; a lower one never replaces a higher one
 */
public record Fact(
    UUID identityId,
    UUID sourceId,
    Kind kind,
    Instant at,
    Origin origin,
    Basket basket,
    boolean counted,
    Optional<Contribution> contribution,
    long revision) {

  /** What a fact was made from. */
  public enum Kind {
    order,
    free_return
  }

  public Fact {
    if (counted && contribution.isEmpty()) {
      throw new IllegalArgumentException("A fact without a contribution cannot count");
    }
  }
}
