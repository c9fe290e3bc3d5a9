package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How the points of a spend fall on the accounts of those who are one member: as if all their lots
 * were one's, soonest expiry first.
 */
public sealed interface Spread {

  /**
   * There are enough.
   *
   * @param parts above zero, by identity; together the points
   */
  record Enough(Map<UUID, Long> parts) implements Spread {
    /** Copies. */
    public Enough {
      parts = Map.copyOf(parts);
    }
  }

  /**
   * There are not.
   *
   * @param available what there is, at least 0
   */
  record TooFew(long available) implements Spread {}

  /** Spreads points over accounts; what some of them owe, others do not have to give. */
  static Spread of(Collection<Account> accounts, long points) {
    long available =
        Math.max(0, accounts.stream().mapToLong(account -> account.balances().net()).sum());
    if (points < 1 || available < points) {
      return new TooFew(available);
    }
    var lots = new ArrayList<Map.Entry<UUID, Lot>>();
    for (Account account : accounts) {
      account.lots().stream()
          .filter(lot -> !lot.waiting() && lot.remaining() > 0)
          .forEach(lot -> lots.add(Map.entry(account.identityId(), lot)));
    }
    lots.sort(Map.Entry.comparingByValue(Lot.DRAWING_ORDER));
    var parts = new LinkedHashMap<UUID, Long>();
    long rest = points;
    for (Map.Entry<UUID, Lot> lot : lots) {
      long taken = Math.min(rest, lot.getValue().remaining());
      if (taken > 0) {
        parts.merge(lot.getKey(), taken, Long::sum);
        rest -= taken;
      }
    }
    return new Enough(parts);
  }
}
