package dev.homeport.loyalty.ledger;

/**
 * The points of an account by what can be done with them.
 *
 * @param pending given, not yet usable
 * @param available usable; negative within the programme's floor
 * @param held set aside
 * @param owed beyond the floor, at most 0
 */
public record Balances(long pending, long available, long held, long owed) {

  /** Nothing. */
  public static final Balances ZERO = new Balances(0, 0, 0, 0);

  /** Refuses what no account may show. */
  public Balances {
    if (pending < 0 || held < 0 || owed > 0) {
      throw new IllegalArgumentException(
          "pending %d, held %d, owed %d".formatted(pending, held, owed));
    }
  }

  /** Usable points less debts. */
  public long net() {
    return Math.addExact(available, owed);
  }

  /** All points, usable or not, less debts. */
  public long whole() {
    return Math.addExact(net(), Math.addExact(pending, held));
  }

  /**
   * Split anew at a floor: as much as it allows is available, the rest owed.
   *
   * @param whole all points, less debts
   * @param waiting those of them that are not usable yet
   * @param aside those of them that are set aside
   */
  static Balances at(long whole, long waiting, long aside, long floor) {
    long net = whole - waiting - aside;
    long usable = Math.max(net, floor);
    return new Balances(waiting, usable, aside, net - usable);
  }
}
