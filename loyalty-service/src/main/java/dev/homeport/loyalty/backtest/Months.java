package dev.homeport.loyalty.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The months that are told of, counted from January 1970 in the tenant's time zone. What lies
 * before the first counts in the first, and what lies later than the last in the last.
 */
final class Months {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

  private final Instant[] begins;
  private final Instant end;

  /**
   * @param end of the time that is looked at
   */
  Months(ZoneId zone, Instant end) {
    LocalDate last = end.minusNanos(1).atZone(zone).toLocalDate();
    int months = Math.max(1, (last.getYear() - 1970) * 12 + last.getMonthValue());
    this.end = end;
    this.begins = new Instant[months];
    for (int i = 0; i < months; i++) {
      begins[i] = FIRST.plusMonths(i).atStartOfDay(zone).toInstant();
    }
  }

  int last() {
    return begins.length - 1;
  }

  /** The month in which a moment lies. */
  int of(Instant moment) {
    int found = Arrays.binarySearch(begins, moment);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** The last moment of a month that is looked at. */
  Instant close(int month) {
    return (month < last() ? begins[month + 1] : end).minusNanos(1);
  }

  /** As people write it. */
  String text(int month) {
    return YearMonth.from(FIRST).plusMonths(month).toString();
  }

  /** The first month to tell of. */
  int first(@Nullable Instant from, int otherwise) {
    return from == null ? otherwise : of(from);
  }
}
