package dev.homeport.loyalty.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The most points in a time; orders count for the time in which they were placed.
 *
 * @param over what becomes of an award that goes over it
 */
public record Cap(Period per, long points, Over over) {

  /** The time. Days begin in the tenant's time zone, weeks on Monday (ISO 8601). */
  public enum Period {
    /** One order. */
    ORDER,
    /** A day. */
    DAY,
    /** A week. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Ever. */
    LIFETIME;

    /** The first day of the period in which a day lies. */
    public LocalDate first(LocalDate day) {
      return switch (this) {
        case ORDER, DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case LIFETIME -> LocalDate.EPOCH;
      };
    }
  }

  /** What becomes of an award that goes over a cap. */
  public enum Over {
    /** As much as fits is given. */
    TRUNCATE,
    /** Nothing is given. */
    REJECT
  }
}
