package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.List;

/**
 * The decision how a change is booked.
 *
 * @param effectiveAt when the cause came to stand as it does
 * @param entries of one transaction, together zero; empty when only dates of lots change
 * @param lots as they stand afterwards, those that changed
 */
public record Posting(Cause cause, Instant effectiveAt, List<Entry> entries, List<Lot> lots) {

  /** Copies, and refuses entries that create or destroy points. */
  public Posting {
    entries = List.copyOf(entries);
    lots = List.copyOf(lots);
    long sum = 0;
    for (Entry entry : entries) {
      sum = Math.addExact(sum, entry.points());
    }
    if (sum != 0) {
      throw new IllegalArgumentException("the entries of a transaction sum to " + sum);
    }
  }
}
