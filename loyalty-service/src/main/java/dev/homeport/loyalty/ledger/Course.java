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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of lots in the course of time: they open, are drawn on, soonest expiry first, and
 * what is left of them at their expiry is lost. What a draw does not find is debt, which the next
 * lots to open repay. Lots that have to wait open only when time has passed their moment.
 */
final class Course {
  private final Map<UUID, Long> used = new HashMap<>();
  private final Map<UUID, Long> expired = new HashMap<>();
  private final NavigableSet<Lot> open = new TreeSet<>(Lot.DRAWING_ORDER);
  private final Set<UUID> waited = new HashSet<>();
  private long debt;

  /**
   * @param horizon nothing expires after it; null when nothing has expired yet
   */
  Course(Collection<Lot> lots, Collection<Draw> draws, @Nullable Instant horizon) {
    for (Moment moment : moments(lots, draws, horizon)) {
      switch (moment) {
        case Opening(Lot lot) -> open(lot);
        case Drawing(Draw draw) -> draw(draw.points());
        case Ending(Lot lot, Instant _) -> end(lot);
      }
    }
  }

  Lot fate(Lot lot) {
    Lot.Stage stage =
        lot.stage() == Lot.Stage.USABLE
            ? Lot.Stage.USABLE
            : waited.contains(lot.id()) ? Lot.Stage.OPENED : Lot.Stage.WAITING;
    return lot.gone(stage, used.getOrDefault(lot.id(), 0L), expired.getOrDefault(lot.id(), 0L));
  }

  private void open(Lot lot) {
    waited.add(lot.id());
    open.add(lot);
    long owed = debt;
    debt = 0;
    draw(owed);
  }

  private void draw(long points) {
    long rest = points;
    var emptied = new ArrayList<Lot>();
    for (Lot lot : open) {
      if (rest == 0) {
        break;
      }
      long taken = Math.min(rest, left(lot));
      used.merge(lot.id(), taken, Long::sum);
      rest -= taken;
      if (left(lot) == 0) {
        emptied.add(lot);
      }
    }
    emptied.forEach(open::remove);
    debt += rest;
  }

  private void end(Lot lot) {
    if (open.remove(lot) || lot.lapses()) {
      waited.add(lot.id());
      expired.put(lot.id(), left(lot));
    }
  }

  private long left(Lot lot) {
    return lot.size() - used.getOrDefault(lot.id(), 0L);
  }

  private static List<Moment> moments(
      Collection<Lot> lots, Collection<Draw> draws, @Nullable Instant horizon) {
    var moments = new ArrayList<Moment>();
    for (Lot lot : lots) {
      Instant end = lot.expiresAt();
      if (!lot.lapses() && opens(lot, horizon)) {
        moments.add(new Opening(lot));
      }
      if (end != null && horizon != null && !end.isAfter(horizon)) {
        moments.add(new Ending(lot, end));
      }
    }
    draws.forEach(draw -> moments.add(new Drawing(draw)));
    moments.sort(Moment.IN_TIME);
    return moments;
  }

  private static boolean opens(Lot lot, @Nullable Instant horizon) {
    return lot.stage() == Lot.Stage.USABLE
        || (horizon != null && !lot.usableFrom().isAfter(horizon));
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
