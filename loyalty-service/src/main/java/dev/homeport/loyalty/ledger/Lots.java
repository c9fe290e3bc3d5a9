package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lots of one account: one for each cause, in the order in which they are drawn. */
final class Lots {
  private final Map<UUID, Lot> byCause = new HashMap<>();
  private final TreeSet<Lot> inOrder = new TreeSet<>(Lot.DRAWING_ORDER);

  Lots(Collection<Lot> lots) {
    lots.forEach(this::put);
  }

  Optional<Lot> of(UUID causeId) {
    return Optional.ofNullable(byCause.get(causeId));
  }

  /** Opens or replaces the lot of a cause. */
  void put(Lot lot, LotMoves moves) {
    moves.record(put(lot), lot);
  }

  /**
   * Draws so many points in all, soonest expiry first. Which lots are drawn depends on nothing but
   * the lots and the number, so the order in which facts arrive does not show.
   */
  void draw(long points, LotMoves moves) {
    var changed = new ArrayList<Lot>();
    long rest = points;
    for (Lot lot : inOrder) {
      long used = Math.min(rest, lot.size());
      rest -= used;
      if (used != lot.used()) {
        changed.add(lot.withUsed(used));
      }
    }
    changed.forEach(lot -> put(lot, moves));
  }

  List<Lot> all() {
    return List.copyOf(inOrder);
  }

  private @Nullable Lot put(Lot lot) {
    Lot before = byCause.put(lot.causeId(), lot);
    if (before != null) {
      inOrder.remove(before);
    }
    inOrder.add(lot);
    return before;
  }
}
