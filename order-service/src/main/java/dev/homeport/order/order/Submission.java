package dev.homeport.order.order;

/**
 * An order document on its way in.
 *
 * @param buyer goes on to the customer service, and only there
 * @param fingerprint of all content, the buyer's included
 * @param backfill whether it is history, which campaigns and messages leave alone
 */
public record Submission(
    OrderDocument document, Buyer buyer, String fingerprint, boolean backfill) {

  public OrderKey key() {
    return document.key();
  }
}
