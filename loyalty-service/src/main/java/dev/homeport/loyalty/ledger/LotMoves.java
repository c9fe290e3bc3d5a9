package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one posting does to lots: each as it stood before it, and as it stands now. */
final class LotMoves {
  private static final Fate NOTHING = new Fate(0, 0);

  private final Cause cause;
  private final Map<UUID, Fate> before = new LinkedHashMap<>();
  private final Map<UUID, Lot> originals = new HashMap<>();
  private final Map<UUID, Lot> now = new LinkedHashMap<>();

  LotMoves(Cause cause) {
    this.cause = cause;
  }

  private record Fate(long remaining, long expired) {}

  void record(@Nullable Lot then, Lot after) {
    if (!before.containsKey(after.id())) {
      before.put(after.id(), then == null ? NOTHING : new Fate(then.remaining(), then.expired()));
      if (then != null) {
        originals.put(after.id(), then);
      }
    }
    now.put(after.id(), after);
  }

  /** The lots that are not as they were. */
  List<Lot> lots() {
    return now.values().stream().filter(lot -> !lot.equals(originals.get(lot.id()))).toList();
  }

  /** Points that flow into lots, together. */
  long net() {
    return now.values().stream().mapToLong(this::difference).sum();
  }

  /** Points that are lost by now and were not before; negative when they were not lost at all. */
  long expired() {
    return now.values().stream().mapToLong(lot -> lot.expired() - then(lot).expired()).sum();
  }

  /** An entry for each lot of which more or less is left. */
  List<Entry> entries(String explanation) {
    var entries = new ArrayList<Entry>();
    for (Lot lot : now.values()) {
      long difference = difference(lot);
      if (difference != 0) {
        entries.add(
            new Entry(
                AccountKind.AVAILABLE, difference, lot.id(), text(lot, difference, explanation)));
      }
    }
    return entries;
  }

  private String text(Lot lot, long difference, String explanation) {
    if (lot.causeId().equals(cause.id()) || cause.kind() == Cause.Kind.EXPIRY) {
      return explanation;
    }
    return difference < 0
        ? "Drawn from this lot, which expires soonest. " + explanation
        : "Given back to this lot. " + explanation;
  }

  private long difference(Lot lot) {
    return lot.remaining() - then(lot).remaining();
  }

  private Fate then(Lot lot) {
    return before.getOrDefault(lot.id(), NOTHING);
  }
}
