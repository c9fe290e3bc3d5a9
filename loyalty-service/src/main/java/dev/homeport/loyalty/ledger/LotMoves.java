package dev.homeport.loyalty.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What one posting does to lots: each as it stood before it, and as it stands now. */
final class LotMoves {
  private static final Fate NOTHING = new Fate(0, 0, 0, 0);

  private static final String OPENED = "Can be used from %s on.";

  private final Cause cause;
  private final Map<UUID, Fate> before = new LinkedHashMap<>();
  private final Map<UUID, Lot> originals = new HashMap<>();
  private final Map<UUID, Lot> now = new LinkedHashMap<>();

  LotMoves(Cause cause) {
    this.cause = cause;
  }

  /** What is left of a lot, usable or not yet, and what was lost, used or not. */
  private record Fate(long usable, long waiting, long expired, long forfeited) {
    static Fate of(Lot lot) {
      long left = lot.remaining();
      return new Fate(
          lot.waiting() ? 0 : left,
          lot.waiting() ? left : 0,
          lot.lapses() ? 0 : lot.expired(),
          lot.lapses() ? lot.expired() : 0);
    }
  }

  void record(@Nullable Lot then, Lot after) {
    if (!before.containsKey(after.id())) {
      before.put(after.id(), then == null ? NOTHING : Fate.of(then));
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

  /** The programme's account from which new points come. */
  AccountKind giver() {
    return cause.kind() == Cause.Kind.GRANT ? AccountKind.ADJUSTED : AccountKind.ISSUED;
  }

  /** Points that can be used and could not before, together. */
  long net() {
    return sum(Fate::usable);
  }

  /** Points that wait and did not before, together. */
  long pending() {
    return sum(Fate::waiting);
  }

  /** Points that are lost by now and were not before; negative when they were not lost at all. */
  long expired() {
    return sum(Fate::expired);
  }

  /** Points that have lapsed by now without ever having been usable. */
  long forfeited() {
    return sum(Fate::forfeited);
  }

  private long sum(ToLongFunction<Fate> part) {
    return now.values().stream().mapToLong(lot -> difference(lot, part)).sum();
  }

  /** Entries for each lot of which more or less is left, or can be used. */
  List<Entry> entries(String explanation) {
    var entries = new ArrayList<Entry>();
    for (Lot lot : now.values()) {
      long waiting = difference(lot, Fate::waiting);
      long usable = difference(lot, Fate::usable);
      add(entries, AccountKind.PENDING, waiting, lot, explanation);
      add(entries, AccountKind.AVAILABLE, usable, lot, explanation);
    }
    return entries;
  }

  private void add(
      List<Entry> entries, AccountKind account, long points, Lot lot, String explanation) {
    if (points != 0) {
      entries.add(new Entry(account, points, lot.id(), text(lot, points, explanation)));
    }
  }

  private String text(Lot lot, long points, String explanation) {
    if (cause.kind().time()) {
      return difference(lot, Fate::usable) > 0 ? OPENED.formatted(lot.usableFrom()) : explanation;
    }
    if (lot.causeId().equals(cause.id())) {
      return explanation;
    }
    return points < 0
        ? "Drawn from this lot, which expires soonest. " + explanation
        : "Given back to this lot. " + explanation;
  }

  private long difference(Lot lot, ToLongFunction<Fate> part) {
    return part.applyAsLong(Fate.of(lot))
        - part.applyAsLong(before.getOrDefault(lot.id(), NOTHING));
  }
}
