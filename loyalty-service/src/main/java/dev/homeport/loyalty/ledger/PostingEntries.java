package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.List;

/** Writes the entries by which balances go from one state to another. */
final class PostingEntries {
  private static final String REPAYS = "Repays what earlier returns left below zero.";
  private static final String OVERDRAWN = "Goes below zero: the lots do not cover it. ";
  private static final String WAITS = "Waits for new points: it lies beyond the floor. ";

  private static final String UNUSED = "Not used in time. ";
  private static final String LAPSED = "Lapsed: what it waited for did not happen in time.";
  private static final String REVIVED = "Had expired, but was not there to expire.";

  private PostingEntries() {}

  /**
   * @param redeemed points that are spent now and were not before
   */
  static List<Entry> of(
      String explanation, Balances before, Balances after, LotMoves lots, long redeemed) {
    var entries = new ArrayList<>(lots.entries(explanation));
    long debt = after.available() - before.available() - lots.net();
    add(entries, AccountKind.AVAILABLE, debt, debt < 0 ? OVERDRAWN + explanation : REPAYS);
    long owed = after.owed() - before.owed();
    add(entries, AccountKind.OWED, owed, owed < 0 ? WAITS + explanation : REPAYS);
    add(entries, AccountKind.HELD, after.held() - before.held(), explanation);
    add(entries, AccountKind.REDEEMED, redeemed, explanation);
    long expired = lots.expired();
    add(entries, AccountKind.EXPIRED, expired, expired < 0 ? REVIVED : UNUSED + explanation);
    long forfeited = lots.forfeited();
    add(entries, AccountKind.FORFEITED, forfeited, forfeited < 0 ? REVIVED : LAPSED);
    long issued = after.whole() - before.whole() + expired + forfeited + redeemed;
    add(entries, lots.giver(), -issued, explanation);
    return entries;
  }

  private static void add(
      List<Entry> entries, AccountKind account, long points, String explanation) {
    if (points != 0) {
      entries.add(new Entry(account, points, null, explanation));
    }
  }
}
