package dev.homeport.loyalty.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that move into (positive) or out of (negative) one account.
 *
 * @param lotId the lot that they belong to, null for debts and for the programme's side
 * @param explanation one sentence for people
 */
public record Entry(AccountKind account, long points, @Nullable UUID lotId, String explanation) {

  /** Refuses an entry that moves nothing. */
  public Entry {
    if (points == 0) {
      throw new IllegalArgumentException("an entry moves points");
    }
  }
}
