package dev.homeport.loyalty.replay;

import dev.homeport.loyalty.journal.Fold;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.AccountKind;
import dev.homeport.loyalty.ledger.Balances;
import dev.homeport.loyalty.ledger.Lot;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything of an identity's points in one programme that must come out the same, however it was
 * reached: totals, balances, the sums of the entries, the lots and the ratings. Ids and moments of
 * posting are no part of it.
 */
final class Picture {
  private Account.Totals totals = Account.Totals.ZERO;
  private Balances balances = Balances.ZERO;
  private final Map<AccountKind, Long> sums = new EnumMap<>(AccountKind.class);
  private final Map<String, String> lots = new TreeMap<>();
  private final Map<UUID, Fold.Posted> ratings = new TreeMap<>();

  void account(Account.Totals nowTotals, Balances nowBalances) {
    totals = nowTotals;
    balances = nowBalances;
  }

  void entries(AccountKind account, long points) {
    if (sums.merge(account, points, Long::sum) == 0) {
      sums.remove(account);
    }
  }

  /** An emptied lot is as good as none. */
  void lot(Lot lot) {
    if (lot.size() > 0) {
      lots.put(
          lot.causeId() + " " + lot.rule(),
          "%s %d-%d/%d %s-%s"
              .formatted(
                  lot.stage(),
                  lot.used(),
                  lot.expired(),
                  lot.size(),
                  lot.usableFrom(),
                  lot.expiresAt()));
    }
  }

  /** What no version rated is as good as none: a fact of before a programme was there has none. */
  void rating(UUID causeId, Fold.Posted posted) {
    if (posted.version() > 0) {
      ratings.put(causeId, posted);
    }
  }

  /** What is hashed: equal for equal pictures, and for no others. */
  String text() {
    return "%s\n%s\n%s\n%s\n%s\n".formatted(totals, balances, sums, lots, ratings);
  }
}
