package dev.homeport.analytics.cohort;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** What cohorts are made of, and counted in: calendar months, or weeks of ISO 8601. */
public enum CohortUnit {
  MONTH {
    @Override
    public int index(LocalDate day) {
      return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    @Override
    public LocalDate first(int index) {
      return LocalDate.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1, 1);
    }

    @Override
    public String label(int index) {
      return first(index).toString().substring(0, 7);
    }
  },
  WEEK {
    @Override
    public int index(LocalDate day) {
      return (int) Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, day), 7L);
    }

    @Override
    public LocalDate first(int index) {
      return FIRST_MONDAY.plusWeeks(index);
    }

    @Override
    public String label(int index) {
      LocalDate monday = first(index);
      return String.format(
          Locale.ROOT,
          "%d-W%02d",
          monday.get(IsoFields.WEEK_BASED_YEAR),
          monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  };

  private static final LocalDate FIRST_MONDAY = LocalDate.of(1, 1, 1);

  /** The number of the period in which a day lies; it rises by one from period to period. */
  public abstract int index(LocalDate day);

  /** The first day of a period. */
  public abstract LocalDate first(int index);

  /** How people write it: 2011-12, 2011-W49. */
  public abstract String label(int index);

  /** The last day of a period. */
  public LocalDate last(int index) {
    return first(index + 1).minusDays(1);
  }
}
