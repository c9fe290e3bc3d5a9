package dev.homeport.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CohortUnitTest {

  @Test
  void every_day_lies_in_the_period_of_its_number() {
    for (LocalDate day = LocalDate.of(1969, 12, 1);
        day.isBefore(LocalDate.of(2031, 2, 1));
        day = day.plusDays(1)) {
      for (CohortUnit by : CohortUnit.values()) {
        int index = by.index(day);
        assertThat(day).isBetween(by.first(index), by.last(index));
        assertThat(by.index(by.last(index).plusDays(1))).isEqualTo(index + 1);
      }
      assertThat(CohortUnit.WEEK.first(CohortUnit.WEEK.index(day)).getDayOfWeek())
          .isEqualTo(DayOfWeek.MONDAY);
    }
  }

  @Test
  void weeks_are_named_as_iso_8601_names_them() {
    assertThat(label("2010-01-03")).isEqualTo("2009-W53");
    assertThat(label("2011-12-09")).isEqualTo("2011-W49");
    assertThat(label("2024-12-30")).isEqualTo("2025-W01");
    assertThat(CohortUnit.MONTH.label(CohortUnit.MONTH.index(LocalDate.parse("2010-02-28"))))
        .isEqualTo("2010-02");
  }

  private static String label(String day) {
    return CohortUnit.WEEK.label(CohortUnit.WEEK.index(LocalDate.parse(day)));
  }
}
