package dev.homeport.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of lots in the course of time: they open, are drawn on, soonest expiry first, and
 * what is left of them at their expiry is lost. What a draw does not find is debt, which the next
 * lots to open repay. Lots that have to wait open only when time has passed their moment.
 *
 * <p>A course goes on where that gives the same as one from the beginning: with what lies after all
 * that has used points, and with another size of a lot that has not run out, no smaller than what
 * is used of it. Each of these tells whether it could; after a "false" the course is of no more
 * use.
 */
final class Course {
  private final Map<UUID, Lot> known = new HashMap<>();
  private final Map<UUID, Long> used = new HashMap<>();
  private final Map<UUID, Long> expired = new HashMap<>();
  private final NavigableSet<Lot> open = new TreeSet<>(Lot.DRAWING_ORDER);
  private final Set<UUID> waited = new HashSet<>();
  private final NavigableSet<Moment> ahead = new TreeSet<>(Moment.IN_TIME);
  private final Set<UUID> changed = new HashSet<>();
  private @Nullable Instant horizon;
  private @Nullable Moment last;
  private @Nullable Moment lastUse;
  private long debt;

  /**
   * From the beginning.
   *
   * @param horizon nothing expires after it; null when nothing has expired yet
   */
  Course(Collection<Lot> lots, Collection<Draw> draws, @Nullable Instant horizon) {
    this.horizon = horizon;
    var moments = new ArrayList<Moment>();
    for (Lot lot : lots) {
      known.put(lot.id(), lot);
      changed.add(lot.id());
      moments.addAll(moments(lot));
    }
    draws.forEach(draw -> moments.add(new Drawing(draw)));
    moments.sort(Moment.IN_TIME);
    for (Moment moment : moments) {
      if (reached(moment)) {
        happen(moment);
      } else {
        ahead.add(moment);
      }
    }
  }

  /** The lots that may have another fate than when this was last asked, as they are now. */
  List<Lot> changes() {
    List<Lot> fates = changed.stream().map(id -> fate(lot(id))).sorted(Lot.DRAWING_ORDER).toList();
    changed.clear();
    return fates;
  }

  /** Goes on with a lot that is new, or has another size or other times. */
  boolean put(Lot now) {
    Lot before = known.get(now.id());
    changed.add(now.id());
    if (before != null && before.sameTimes(now) && isEnough(before, now)) {
      resize(now);
      return true;
    }
    return (before == null || forget(before)) && insert(now);
  }

  /** Goes on with a draw that is new. */
  boolean add(Draw draw) {
    var moment = new Drawing(draw);
    if (draw.points() > 0) {
      if (!isAfter(moment, last)) {
        return false;
      }
      happen(moment);
    }
    return true;
  }

  /** Lets time pass. */
  boolean pass(@Nullable Instant to) {
    horizon = to;
    while (!ahead.isEmpty() && reached(ahead.first())) {
      Moment next = ahead.removeFirst();
      if (!isAfter(next, lastUse)) {
        return false;
      }
      happen(next);
    }
    return true;
  }

  private Lot fate(Lot lot) {
    Lot.Stage stage =
        lot.stage() == Lot.Stage.USABLE
            ? Lot.Stage.USABLE
            : waited.contains(lot.id()) ? Lot.Stage.OPENED : Lot.Stage.WAITING;
    return lot.gone(stage, used(lot), expired.getOrDefault(lot.id(), 0L));
  }

  /** Whoever drew on it, or did not need to, would have done the same. */
  private boolean isEnough(Lot before, Lot now) {
    return used(before) < before.size() && used(before) <= now.size();
  }

  private void resize(Lot now) {
    known.put(now.id(), now);
    expired.computeIfPresent(now.id(), (_, _) -> left(now));
    if (left(now) == 0) {
      open.remove(now);
    }
  }

  /** Nobody misses a lot that was not used. */
  private boolean forget(Lot lot) {
    if (used(lot) > 0) {
      return false;
    }
    open.remove(lot);
    expired.remove(lot.id());
    waited.remove(lot.id());
    moments(lot).forEach(ahead::remove);
    return true;
  }

  private boolean insert(Lot lot) {
    known.put(lot.id(), lot);
    for (Moment moment : moments(lot)) {
      if (!reached(moment)) {
        ahead.add(moment);
      } else if (lot.size() == 0 || isAfter(moment, lastUse)) {
        happen(moment);
      } else {
        return false;
      }
    }
    return true;
  }

  private void happen(Moment moment) {
    switch (moment) {
      case Opening(Lot lot) -> open(lot, moment);
      case Drawing(Draw draw) -> {
        draw(draw.points());
        lastUse = later(lastUse, moment);
      }
      case Ending(Lot lot, Instant _) -> end(lot);
    }
    last = later(last, moment);
  }

  private void open(Lot lot, Moment moment) {
    changed.add(lot.id());
    waited.add(lot.id());
    if (left(lot) > 0) {
      open.add(lot);
      if (debt > 0) {
        long owed = debt;
        debt = 0;
        draw(owed);
        lastUse = later(lastUse, moment);
      }
    }
  }

  private void draw(long points) {
    long rest = points;
    while (rest > 0 && !open.isEmpty()) {
      Lot lot = open.first();
      long taken = Math.min(rest, left(lot));
      used.merge(lot.id(), taken, Long::sum);
      changed.add(lot.id());
      rest -= taken;
      if (left(lot) == 0) {
        open.remove(lot);
      }
    }
    debt += rest;
  }

  private void end(Lot lot) {
    if (open.remove(lot) || lot.lapses()) {
      changed.add(lot.id());
      waited.add(lot.id());
      expired.put(lot.id(), left(lot));
    }
  }

  /** Of the size that it has now. */
  private long left(Lot lot) {
    return lot(lot.id()).size() - used(lot);
  }

  private long used(Lot lot) {
    return used.getOrDefault(lot.id(), 0L);
  }

  private Lot lot(UUID id) {
    return Objects.requireNonNull(known.get(id));
  }

  private static List<Moment> moments(Lot lot) {
    var moments = new ArrayList<Moment>(2);
    if (!lot.lapses()) {
      moments.add(new Opening(lot));
    }
    Instant end = lot.expiresAt();
    if (end != null) {
      moments.add(new Ending(lot, end));
    }
    return moments;
  }

  private boolean reached(Moment moment) {
    return switch (moment) {
      case Opening(Lot lot) -> lot.stage() == Lot.Stage.USABLE || passed(lot.usableFrom());
      case Ending(Lot _, Instant at) -> passed(at);
      case Drawing _ -> true;
    };
  }

  private boolean passed(Instant moment) {
    return horizon != null && !moment.isAfter(horizon);
  }

  private static boolean isAfter(Moment moment, @Nullable Moment other) {
    return other == null || Moment.IN_TIME.compare(moment, other) > 0;
  }

  private static Moment later(@Nullable Moment one, Moment other) {
    return one == null || isAfter(other, one) ? other : one;
  }

  /** Something that happens to lots. At one instant, ends come before openings and draws. */
  private sealed interface Moment {
    Comparator<Moment> IN_TIME =
        Comparator.comparing(Moment::at)
            .thenComparing(Moment::rank)
            .thenComparing(Moment::causeId)
            .thenComparing(Moment::rule);

    Instant at();

    int rank();

    UUID causeId();

    /** Of the lot; empty for a draw. */
    String rule();
  }

  private record Ending(Lot lot, Instant at) implements Moment {
    @Override
    public int rank() {
      return 0;
    }

    @Override
    public UUID causeId() {
      return lot.causeId();
    }

    @Override
    public String rule() {
      return lot.rule();
    }
  }

  private record Opening(Lot lot) implements Moment {
    @Override
    public Instant at() {
      return lot.usableFrom();
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public UUID causeId() {
      return lot.causeId();
    }

    @Override
    public String rule() {
      return lot.rule();
    }
  }

  private record Drawing(Draw draw) implements Moment {
    @Override
    public Instant at() {
      return draw.at();
    }

    @Override
    public int rank() {
      return 2;
    }

    @Override
    public UUID causeId() {
      return draw.causeId();
    }

    @Override
    public String rule() {
      return "";
    }
  }
}
