package dev.homeport.loyalty.ledger;

import dev.homeport.loyalty.programme.OverdraftFloor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One buyer's points in one programme. Balances and lots are a function of what each cause deserves
 * now; posting books the difference to how they stood before.
 *
 * <p>Points earned by an order are its lot. Free returns draw on the lots, soonest expiry first,
 * and what the lots cannot give is debt: available points go negative down to the floor, the rest
 * is owed. So the remainders of the lots less the debts always equal {@code available + owed}.
 */
public final class Account {
  private final UUID identityId;
  private final Lots lots;
  private Totals totals;
  private Balances balances;

  /**
   * What the causes deserve together.
   *
   * @param earned points of orders as they now stand
   * @param clawed points that free returns take back, as a positive number
   */
  public record Totals(long earned, long clawed) {
    /** Nothing. */
    public static final Totals ZERO = new Totals(0, 0);

    /** What is left of the one after the other; negative when returns outweigh orders. */
    public long net() {
      return Math.subtractExact(earned, clawed);
    }

    private Totals plus(Deserved deserved, long before) {
      long difference = Math.subtractExact(deserved.points(), before);
      return switch (deserved.cause().kind()) {
        case ORDER -> new Totals(Math.addExact(earned, difference), clawed);
        case FREE_RETURN -> new Totals(earned, Math.subtractExact(clawed, difference));
      };
    }
  }

  /**
   * An account as it was stored.
   *
   * @param lots all of them where free returns are involved, now or in what is about to be posted;
   *     else those of the causes about to be posted are enough
   */
  public Account(UUID identityId, Totals totals, Balances balances, Collection<Lot> lots) {
    this.identityId = identityId;
    this.totals = totals;
    this.balances = balances;
    this.lots = new Lots(lots);
  }

  /** An account on which nothing has been posted. */
  public static Account empty(UUID identityId) {
    return new Account(identityId, Totals.ZERO, Balances.ZERO, List.of());
  }

  /**
   * Books what a cause now deserves.
   *
   * @param before what was posted for the same cause and rule so far
   * @param lotIds gives the id of a lot when one is opened
   */
  public Posting post(Deserved deserved, long before, OverdraftFloor floor, Supplier<UUID> lotIds) {
    var moves = new LotMoves(deserved.cause().id());
    if (deserved.cause().kind() == Cause.Kind.ORDER) {
      award(deserved, lotIds, moves);
    }
    totals = totals.plus(deserved, before);
    lots.draw(totals.clawed(), moves);
    Balances settled = balances.at(totals.net(), floor.lowest());
    List<Entry> entries = PostingEntries.of(deserved, balances, settled, moves);
    balances = settled;
    return new Posting(deserved, entries, moves.lots());
  }

  private void award(Deserved deserved, Supplier<UUID> lotIds, LotMoves moves) {
    UUID cause = deserved.cause().id();
    Optional<Lot> old = lots.of(cause);
    if (old.isEmpty() && deserved.points() == 0) {
      return;
    }
    Lot now =
        new Lot(
            old.map(Lot::id).orElseGet(lotIds),
            cause,
            deserved.rule(),
            deserved.usableFrom(),
            deserved.expiresAt(),
            deserved.points(),
            old.map(lot -> Math.min(lot.used(), deserved.points())).orElse(0L));
    if (!old.equals(Optional.of(now))) {
      lots.put(now, moves);
    }
  }

  /** Whose it is. */
  public UUID identityId() {
    return identityId;
  }

  /** What the causes deserve together. */
  public Totals totals() {
    return totals;
  }

  /** The points by what can be done with them. */
  public Balances balances() {
    return balances;
  }

  /** The lots that it knows, in the order in which they are drawn. */
  public List<Lot> lots() {
    return lots.all();
  }
}
