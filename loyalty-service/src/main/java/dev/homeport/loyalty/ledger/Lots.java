package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
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
    moves.record(put(lot), lot);
  }

  /**
   * Lets every lot have the fate that it has in the course of time up to the horizon. It depends on
   * nothing but the lots, the draws and the horizon, so the order in which facts arrive does not
   * show.
   */
  void settle(Collection<Draw> draws, @Nullable Instant horizon, LotMoves moves) {
    if (draws.isEmpty() && horizon == null) {
      return; // nothing has touched any of them, however many there are
    }
    var changed = new ArrayList<Lot>();
    var course = new Course(inOrder, draws, horizon);
    for (Lot lot : inOrder) {
      Lot now = course.fate(lot);
      if (!now.equals(lot)) {
        changed.add(now);
      }
    }
    changed.forEach(lot -> put(lot, moves));
  }

  List<Lot> all() {
    return List.copyOf(inOrder);
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
