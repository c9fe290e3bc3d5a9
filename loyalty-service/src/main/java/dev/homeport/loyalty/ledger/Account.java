package dev.homeport.loyalty.ledger;

import dev.homeport.loyalty.programme.OverdraftFloor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One buyer's points in one programme. Balances and lots are a function of what each cause deserves
 * now; posting books the difference to how they stood before.
 *
 * <p>Points earned by an order or activity, or brought along, are its lots, one for each rule. Free
 * returns and spends draw on the lots of their time, soonest expiry first, and what the lots cannot
 * give is debt: available points go negative down to the floor, the rest is owed. What is left of a
 * lot at its expiry is lost, up to the horizon that the account has been brought to; up to it also
 * open lots that had to wait. So the remainders of the lots less the debts always equal {@code
 * pending + available + owed}.
 */
public final class Account {
  private final UUID identityId;
  private final Lots lots;
  private final Map<UUID, Draw> draws = new HashMap<>();
  private @Nullable Instant horizon;
  private Totals totals;
  private Balances balances;

  /**
   * What the causes deserve together.
   *
   * @param earned points of orders as they now stand, of activities, those brought along, and
   *     grants
   * @param clawed points that free returns take back, as a positive number
   * @param expired points that were not used in time, as a positive number
   * @param redeemed points that were spent, as a positive number
   */
  public record Totals(long earned, long clawed, long expired, long redeemed) {
    /** Nothing. */
    public static final Totals ZERO = new Totals(0, 0, 0, 0);

    /** What is left of the first after the others; negative when returns outweigh orders. */
    public long net() {
      return Math.subtractExact(
          Math.subtractExact(earned, clawed), Math.addExact(expired, redeemed));
    }

    private Totals plus(Deserved deserved, long before) {
      long difference = Math.subtractExact(deserved.points(), before);
      return switch (deserved.cause().kind()) {
        case ORDER, ACTIVITY, MIGRATION, GRANT ->
            new Totals(Math.addExact(earned, difference), clawed, expired, redeemed);
        case FREE_RETURN ->
            new Totals(earned, Math.subtractExact(clawed, difference), expired, redeemed);
        case SPEND, EXPIRY, OPENING -> this;
      };
    }

    private Totals lost(long points) {
      return new Totals(earned, clawed, Math.addExact(expired, points), redeemed);
    }

    private Totals spent(long points) {
      return new Totals(earned, clawed, expired, Math.addExact(redeemed, points));
    }
  }

  /**
   * An account as it was stored.
   *
   * @param lots all of them where free returns or spends are involved, now or in what is about to
   *     be posted; else those of the causes about to be posted are enough
   * @param draws of all free returns and spends so far
   * @param horizon up to when lots have expired; null when none has
   */
  public Account(
      UUID identityId,
      Totals totals,
      Balances balances,
      Collection<Lot> lots,
      Collection<Draw> draws,
      @Nullable Instant horizon) {
    this.identityId = identityId;
    this.totals = totals;
    this.balances = balances;
    this.lots = new Lots(lots);
    draws.forEach(draw -> this.draws.put(draw.causeId(), draw));
    this.horizon = horizon;
  }

  /** An account on which nothing has been posted. */
  public static Account empty(UUID identityId) {
    return new Account(identityId, Totals.ZERO, Balances.ZERO, List.of(), List.of(), null);
  }

  /**
   * Books what a cause now deserves.
   *
   * @param before what was posted for the same cause so far, in all
   * @param lotIds gives the id of a lot when one is opened
   */
  public Posting post(Deserved deserved, long before, OverdraftFloor floor, Supplier<UUID> lotIds) {
    var moves = new LotMoves(deserved.cause());
    switch (deserved.cause().kind()) {
      case ORDER, ACTIVITY, MIGRATION, GRANT -> award(deserved, lotIds, moves);
      case FREE_RETURN ->
          draw(
              new Draw(
                  deserved.cause().id(),
                  deserved.takenAt(),
                  Draw.Use.TAKEN_BACK,
                  deserved.taken()));
      case SPEND -> throw new IllegalArgumentException("whoever spends deserves nothing for it");
      case EXPIRY, OPENING -> throw new IllegalArgumentException("time deserves nothing");
    }
    totals = totals.plus(deserved, before);
    return settle(
        deserved.cause(),
        deserved.effectiveAt(),
        deserved.explanation(),
        floor,
        moves,
        Spent.NOTHING);
  }

  /**
   * Sets points aside, spends them, or lets them be there again: whatever the cause has taken so
   * far is replaced. Whether there are enough is for the caller to see; what the lots cannot give
   * is debt, as with free returns.
   *
   * @param spent how many, and when they are drawn
   * @param at when it came to stand so
   */
  public Posting spend(
      Cause cause, Draw spent, Instant at, String explanation, OverdraftFloor floor) {
    if (spent.use() == Draw.Use.TAKEN_BACK || cause.kind() != Cause.Kind.SPEND) {
      throw new IllegalArgumentException("no spend: " + cause + ", " + spent);
    }
    Draw before = draw(spent);
    long held = spent.held() - (before == null ? 0 : before.held());
    long redeemed = spent.redeemed() - (before == null ? 0 : before.redeemed());
    totals = totals.spent(redeemed);
    var moves = new LotMoves(cause);
    return settle(cause, at, explanation, floor, moves, new Spent(held, redeemed));
  }

  /**
   * Lets what waited until then be used, and what was not used by then expire.
   *
   * @param at the horizon from now on, unless it lies further already
   */
  public Posting pass(Cause cause, Instant at, String explanation, OverdraftFloor floor) {
    if (horizon == null || horizon.isBefore(at)) {
      horizon = at;
    }
    return settle(cause, at, explanation, floor, new LotMoves(cause), Spent.NOTHING);
  }

  private Posting settle(
      Cause cause,
      Instant at,
      String explanation,
      OverdraftFloor floor,
      LotMoves moves,
      Spent spent) {
    lots.settle(draws.values(), horizon, moves);
    totals = totals.lost(moves.expired() + moves.forfeited());
    long waiting = balances.pending() + moves.pending();
    long held = balances.held() + spent.held();
    Balances settled = Balances.at(totals.net(), waiting, held, floor.lowest());
    List<Entry> entries =
        PostingEntries.of(explanation, balances, settled, moves, spent.redeemed());
    balances = settled;
    return new Posting(cause, at, entries, moves.lots());
  }

  /** How many more points are set aside and spent than before. */
  private record Spent(long held, long redeemed) {
    static final Spent NOTHING = new Spent(0, 0);
  }

  private @Nullable Draw draw(Draw now) {
    Draw before = draws.put(now.causeId(), now);
    lots.draw(before, now);
    return before;
  }

  private void award(Deserved deserved, Supplier<UUID> lotIds, LotMoves moves) {
    UUID cause = deserved.cause().id();
    var rules = new HashSet<String>();
    for (Deserved.Share share : deserved.shares()) {
      rules.add(share.rule());
      Optional<Lot> old = lots.of(cause, share.rule());
      if (old.isPresent() || share.points() > 0) {
        replace(old, Lot.fresh(old.map(Lot::id).orElseGet(lotIds), cause, share), moves);
      }
    }
    for (Lot old : lots.of(cause)) {
      if (!rules.contains(old.rule())) {
        var nothing =
            new Deserved.Share(
                old.rule(), 0, old.stage() != Lot.Stage.USABLE, old.usableFrom(), old.expiresAt());
        replace(Optional.of(old), Lot.fresh(old.id(), cause, nothing), moves);
      }
    }
  }

  private void replace(Optional<Lot> old, Lot now, LotMoves moves) {
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

  /** The draws that it knows. */
  public List<Draw> draws() {
    return draws.values().stream().sorted(Draw.IN_TIME).toList();
  }

  /** Up to when lots have expired; null when none has. */
  public @Nullable Instant horizon() {
    return horizon;
  }

  /** The lots that it knows, in the order in which they are drawn. */
  public List<Lot> lots() {
    return lots.all();
  }
}
