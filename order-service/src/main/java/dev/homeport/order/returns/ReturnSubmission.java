package dev.homeport.order.returns;

import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.OrderKey;

/**
 * A return document on its way in.
 *
 * @param buyer goes on to the customer service, and only there
 * @param backfill whether it is history, which campaigns and messages leave alone
 */
public record ReturnSubmission(ReturnDocument document, Buyer buyer, boolean backfill) {

  public OrderKey key() {
    return document.key();
  }
}
