package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one posting does to lots: each as it stood before it, and as it stands now. */
final class LotMoves {
  private final UUID causeId;
  private final Map<UUID, Long> remainingBefore = new LinkedHashMap<>();
  private final Map<UUID, Lot> now = new LinkedHashMap<>();

  LotMoves(UUID causeId) {
    this.causeId = causeId;
  }

  void record(@Nullable Lot before, Lot after) {
    remainingBefore.putIfAbsent(after.id(), before == null ? 0L : before.remaining());
    now.put(after.id(), after);
  }

  List<Lot> lots() {
    return List.copyOf(now.values());
  }

  /** Points that flow into lots, together. */
  long net() {
    return now.values().stream().mapToLong(this::difference).sum();
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
    if (lot.causeId().equals(causeId)) {
      return explanation;
    }
    return difference < 0
        ? "Drawn from this lot, which expires soonest. " + explanation
        : "Given back to this lot. " + explanation;
  }

  private long difference(Lot lot) {
    return lot.remaining() - remainingBefore.getOrDefault(lot.id(), 0L);
  }
}
