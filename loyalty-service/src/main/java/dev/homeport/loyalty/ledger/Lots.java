package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lots of one account: one for each cause and rule, in the order in which they are drawn. */
final class Lots {
  private final Map<UUID, Map<String, Lot>> byCause = new HashMap<>();
  private final TreeSet<Lot> inOrder = new TreeSet<>(Lot.DRAWING_ORDER);

  /** Null where it has to be gone through from the beginning. */
  private @Nullable Course course;

  Lots(Collection<Lot> lots) {
    lots.forEach(this::put);
  }

  Optional<Lot> of(UUID causeId, String rule) {
    return Optional.ofNullable(byCause.getOrDefault(causeId, Map.of()).get(rule));
  }

  /** All lots of a cause. */
  List<Lot> of(UUID causeId) {
    return List.copyOf(byCause.getOrDefault(causeId, Map.of()).values());
  }

  /** Opens or replaces the lot of a cause and rule. */
  void put(Lot lot, LotMoves moves) {
    keep(lot, moves);
    if (course != null && !course.put(lot)) {
      course = null;
    }
  }

  /** Takes note of a draw that is new, or not what it was before. */
  void draw(@Nullable Draw before, Draw now) {
    boolean fresh = before == null || before.points() == 0;
    if (course != null && !now.same(before) && !(fresh && course.add(now))) {
      course = null;
    }
  }

  /**
   * Lets every lot have the fate that it has in the course of time up to the horizon. It depends on
   * nothing but the lots, the draws and the horizon, so the order in which facts arrive does not
   * show; those that come in the order of time cost no look at what was before.
   */
  void settle(Collection<Draw> draws, @Nullable Instant horizon, LotMoves moves) {
    if (draws.isEmpty() && horizon == null) {
      return; // nothing has touched any of them, however many there are
    }
    Course settled = course;
    if (settled == null || !settled.pass(horizon)) {
      settled = new Course(inOrder, draws, horizon);
      course = settled;
    }
    for (Lot lot : settled.changes()) {
      if (!of(lot.causeId(), lot.rule()).equals(Optional.of(lot))) {
        keep(lot, moves);
      }
    }
  }

  List<Lot> all() {
    return List.copyOf(inOrder);
  }

  private void keep(Lot lot, LotMoves moves) {
    moves.record(put(lot), lot);
  }

  private @Nullable Lot put(Lot lot) {
    Lot before = byCause.computeIfAbsent(lot.causeId(), _ -> new HashMap<>()).put(lot.rule(), lot);
    if (before != null) {
      inOrder.remove(before);
    }
    inOrder.add(lot);
    return before;
  }
}
