package dev.homeport.loyalty.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The months that are told of, counted from January 1970 in the tenant's time zone. What lies later
 * than the last counts in the last.
 */
final class Months {
  private final ZoneId zone;
  private final int last;
  private final Instant end;
  private Instant knownFrom = Instant.MAX;
  private Instant knownUntil = Instant.MIN;
  private int known;

  /**
   * @param end of the time that is looked at
   */
  Months(ZoneId zone, Instant end) {
    this.zone = zone;
    this.end = end;
    this.last = month(end.minusNanos(1));
  }

  int last() {
    return last;
  }

  /** The month in which a moment lies. */
  int of(Instant moment) {
    if (moment.isBefore(knownFrom) || !moment.isBefore(knownUntil)) {
      known = month(moment);
      knownFrom = begin(known);
      knownUntil = begin(known + 1);
    }
    return Math.clamp(known, 0, last);
  }

  /** The last moment of a month that is looked at. */
  Instant close(int month) {
    Instant next = begin(month + 1);
    return (next.isBefore(end) ? next : end).minusNanos(1);
  }

  /** As people write it. */
  String text(int month) {
    return YearMonth.of(1970, 1).plusMonths(month).toString();
  }

  /** The first month to tell of. */
  int first(@Nullable Instant from, int otherwise) {
    return from == null ? otherwise : of(from);
  }

  private Instant begin(int month) {
    LocalDate day = LocalDate.of(1970, 1, 1).plusMonths(month);
    return day.atStartOfDay(zone).toInstant();
  }

  private int month(Instant moment) {
    LocalDate day =
        (moment.isBefore(Instant.EPOCH) ? moment.atZone(ZoneOffset.UTC) : moment.atZone(zone))
            .toLocalDate();
    return (day.getYear() - 1970) * 12 + day.getMonthValue() - 1;
  }
}
