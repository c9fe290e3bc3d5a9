package dev.homeport.order.order;

import org.jspecify.annotations.Nullable;

/**
 * An order document on its way in.
 *
 * @param buyer goes on to the customer service, and only there
 * @param fingerprint of all content, the buyer's included
 * @param backfill whether it is history, which campaigns and messages leave alone
 * @param by who sent it; null where it is not known
 */
public record Submission(
    OrderDocument document,
    Buyer buyer,
    String fingerprint,
    boolean backfill,
    @Nullable String by) {

  /** A document of nobody in particular. */
  public Submission(OrderDocument document, Buyer buyer, String fingerprint, boolean backfill) {
    this(document, buyer, fingerprint, backfill, null);
  }

  public OrderKey key() {
    return document.key();
  }
}
