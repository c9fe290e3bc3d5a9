package dev.homeport.analytics.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them in English. */
public final class Days {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter BRIEF =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private Days() {}

  /** 29 September 2011. */
  public static String said(LocalDate day) {
    return DAY.format(day);
  }

  /** Thursday, 29 September 2011. */
  public static String withWeekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** 29 Sep 2011. */
  public static String brief(LocalDate day) {
    return BRIEF.format(day);
  }

  /** Sep 2011. */
  public static String brief(YearMonth month) {
    return MONTH.format(month);
  }
}
