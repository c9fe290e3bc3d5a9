package dev.homeport.customer.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day of a birth; few people tell the year.
 *
 * @param year null when it is not known
 */
public record Birthday(MonthDay day, @Nullable Year year) implements Comparable<Birthday> {
  private static final int EARLIEST_YEAR = 1880;
  private static final Comparator<Birthday> ORDER =
      Comparator.comparing(Birthday::day)
          .thenComparing(Birthday::year, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The birthday, or empty when there is no such day, or not yet. */
  public static Optional<Birthday> of(int month, int day, @Nullable Integer year, LocalDate today) {
    try {
      MonthDay monthDay = MonthDay.of(month, day);
      if (year == null) {
        return Optional.of(new Birthday(monthDay, null));
      }
      LocalDate date = LocalDate.of(year, month, day);
      return year < EARLIEST_YEAR || date.isAfter(today)
          ? Optional.empty()
          : Optional.of(new Birthday(monthDay, Year.of(year)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Birthday other) {
    return ORDER.compare(this, other);
  }
}
