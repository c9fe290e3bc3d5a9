package dev.homeport.order.returns;

import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.OrderKey;
import org.jspecify.annotations.Nullable;

/**
 * A return document on its way in.
 *
 * @param buyer goes on to the customer service, and only there
 * @param backfill whether it is history, which campaigns and messages leave alone
 * @param by who sent it; null where it is not known
 */
public record ReturnSubmission(
    ReturnDocument document, Buyer buyer, boolean backfill, @Nullable String by) {

  /** A document of nobody in particular. */
  public ReturnSubmission(ReturnDocument document, Buyer buyer, boolean backfill) {
    this(document, buyer, backfill, null);
  }

  public OrderKey key() {
    return document.key();
  }
}
