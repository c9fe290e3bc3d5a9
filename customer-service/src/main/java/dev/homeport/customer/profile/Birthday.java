package dev.homeport.customer.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day of a birth; few people tell the year.
 *
 * @param year null when it is not known
 */
public record Birthday(MonthDay day, @Nullable Year year) {
  private static final int EARLIEST_YEAR = 1880;

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
}
