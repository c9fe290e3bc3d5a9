package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.programme.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a member moves through tiers in the course of time. It is told contributions in their order
 * and brought to moments; between them it holds the reviews that fall due by itself.
 */
final class TierCourse {
  private final TierLadder ladder;
  private final ZoneId zone;
  private final List<Contribution> seen = new ArrayList<>();
  private final List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO));
  private int level;
  private @Nullable Instant since;
  private @Nullable Instant review;
  private @Nullable Grace grace;

  /** A tier that is kept for a while although it was not reached in a time that began then. */
  private record Grace(Instant from, Instant end) {}

  TierCourse(TierLadder ladder, ZoneId zone) {
    this.ladder = ladder;
    this.zone = zone;
  }

  /** Counts what happened; not before anything that was counted already. */
  void add(Contribution contribution) {
    advance(contribution.at());
    if (contribution.isNothing()) {
      return;
    }
    seen.add(contribution);
    sums.add(sums.getLast().add(contribution.value(ladder, zone)));
    if (contribution.tier() != null) {
      bring(contribution.tier(), contribution.at());
    }
    if (review == null) {
      review = firstReview(contribution.at());
    }
    if (ladder.up() == TierLadder.Up.AT_ONCE) {
      rise(contribution.at());
    }
  }

  /** Holds all reviews up to a moment. */
  void advance(Instant moment) {
    for (Instant due = nextDue(moment); due != null; due = nextDue(moment)) {
      Grace kept = grace;
      if (kept != null && kept.end().equals(due)) {
        grace = null;
        fall(due, ladder.reached(value(kept.from(), due)));
      } else {
        review(due);
      }
    }
  }

  TierStanding standing(Instant moment) {
    advance(moment);
    BigDecimal value = value(windowStart(moment), moment.plusNanos(1));
    Instant next = level > 0 && ladder.down() != TierLadder.Down.NEVER ? review : null;
    return new TierStanding(
        ladder.key(level),
        since,
        grace == null ? next : grace.end(),
        value,
        level < ladder.levels().size() ? ladder.levels().get(level).key() : "",
        missing(level, value),
        missing(level - 1, value),
        ladder.key(projected(moment)),
        look());
  }

  /** The next review or the end of the grace, whichever comes first. */
  private @Nullable Instant look() {
    return nextDue(Instant.MAX);
  }

  int level() {
    return level;
  }

  /** What is missing to the level after so many; 0 when it is reached or there is none. */
  private BigDecimal missing(int after, BigDecimal value) {
    return after < 0 || after >= ladder.levels().size()
        ? BigDecimal.ZERO
        : ladder.levels().get(after).from().subtract(value).max(BigDecimal.ZERO);
  }

  /** The level after the next review if nothing more happens. */
  private int projected(Instant moment) {
    Instant next = review;
    if (next == null) {
      return level;
    }
    var later = new TierCourse(ladder, zone);
    seen.forEach(later::add);
    later.advance(moment);
    later.advance(next.plus(Duration.ofDays(ladder.graceDays())));
    return later.level;
  }

  private @Nullable Instant nextDue(Instant moment) {
    Instant due = review;
    Grace kept = grace;
    if (kept != null && (due == null || !kept.end().isAfter(due))) {
      due = kept.end();
    }
    return due == null || due.isAfter(moment) ? null : due;
  }

  private void review(Instant at) {
    Instant from = ended(at);
    int reached = ladder.reached(value(from, at));
    if (reached > level) {
      reach(reached, at);
    } else if (reached < level && ladder.down() != TierLadder.Down.NEVER) {
      if (ladder.graceDays() > 0) {
        grace = new Grace(from, at.plus(Duration.ofDays(ladder.graceDays())));
      } else {
        fall(at, reached);
      }
    }
    review = reviewAfter(at);
  }

  private void rise(Instant at) {
    int reached = ladder.reached(value(windowStart(at), at.plusNanos(1)));
    if (reached > level) {
      reach(reached, at);
      if (ladder.period() instanceof TierLadder.Period.Rolling) {
        review = reviewAfter(at);
      }
    }
  }

  /** Begins with a tier that was reached elsewhere, unless a higher one has been reached here. */
  private void bring(MigrationFact.Tier tier, Instant at) {
    int brought = ladder.level(tier.key());
    if (brought > 0 && brought >= level) {
      reach(brought, tier.since());
      review = tier.until() == null ? reviewAfter(at) : tier.until();
    }
  }

  private void reach(int reached, Instant at) {
    level = reached;
    since = at;
    grace = null;
  }

  private void fall(Instant at, int reached) {
    if (reached < level) {
      level = ladder.down() == TierLadder.Down.ONE_STEP ? level - 1 : reached;
      since = level == 0 ? null : at;
    }
  }

  /** All that counts from one moment on and before another, which needs no look at each of it. */
  private BigDecimal value(Instant from, Instant before) {
    return sums.get(firstFrom(before)).subtract(sums.get(firstFrom(from)));
  }

  /** The place of the first contribution of a moment or later. */
  private int firstFrom(Instant moment) {
    int low = 0;
    int high = seen.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seen.get(middle).at().isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Instant firstReview(Instant at) {
    return ladder.period() instanceof TierLadder.Period.Rolling ? null : reviewAfter(at);
  }

  /** The beginning of the time that counts at a moment. */
  private Instant windowStart(Instant moment) {
    return switch (ladder.period()) {
      case TierLadder.Period.Rolling(int months) ->
          moment.atZone(zone).minusMonths(months).toInstant().plusNanos(1);
      case TierLadder.Period.Calendar(MonthDay begins) -> begin(begins, moment).toInstant();
      case TierLadder.Period.Anniversary() -> {
        ZonedDateTime first = first(moment);
        yield first.plusYears(years(first, moment)).toInstant();
      }
    };
  }

  /** The beginning of the time that a review looks at. */
  private Instant ended(Instant review) {
    return ladder.period() instanceof TierLadder.Period.Rolling
        ? windowStart(review)
        : windowStart(review.minusNanos(1));
  }

  private @Nullable Instant reviewAfter(Instant moment) {
    return switch (ladder.period()) {
      case TierLadder.Period.Rolling(int months) ->
          level == 0 ? null : moment.atZone(zone).plusMonths(months).toInstant();
      case TierLadder.Period.Calendar(MonthDay begins) -> {
        LocalDate day = begin(begins, moment).toLocalDate();
        yield begins.atYear(day.getYear() + 1).atStartOfDay(zone).toInstant();
      }
      case TierLadder.Period.Anniversary() -> {
        ZonedDateTime first = first(moment);
        yield first.plusYears(years(first, moment) + 1).toInstant();
      }
    };
  }

  private ZonedDateTime begin(MonthDay begins, Instant moment) {
    int year = moment.atZone(zone).getYear();
    ZonedDateTime thisYear = begins.atYear(year).atStartOfDay(zone);
    return thisYear.toInstant().isAfter(moment)
        ? begins.atYear(year - 1).atStartOfDay(zone)
        : thisYear;
  }

  private ZonedDateTime first(Instant otherwise) {
    Instant first = seen.isEmpty() ? otherwise : seen.getFirst().at();
    return first.atZone(zone);
  }

  private long years(ZonedDateTime first, Instant moment) {
    return Math.max(0, ChronoUnit.YEARS.between(first, moment.atZone(zone)));
  }
}
