package dev.homeport.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotLifeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 1, MOMENT, 2026-02-28T12:00:00Z",
    "2026-03-01T12:00:00Z, 6, MOMENT, 2026-09-01T11:00:00Z",
    "2026-01-31T12:00:00Z, 1, MONTH, 2026-02-28T23:00:00Z",
    "2026-01-31T23:30:00Z, 1, MONTH, 2026-03-31T22:00:00Z",
    "2026-02-10T12:00:00Z, 3, QUARTER, 2026-06-30T22:00:00Z",
    "2026-11-10T12:00:00Z, 1, QUARTER, 2026-12-31T23:00:00Z",
    "2026-02-10T12:00:00Z, 24, YEAR, 2028-12-31T23:00:00Z",
    "2026-12-31T23:30:00Z, 12, YEAR, 2028-12-31T23:00:00Z"
  })
  void pointsLiveSomeMonthsAndThenToTheEndOfAPeriod(
      Instant usable, int months, LotLife.Until until, Instant end) {
    assertThat(new LotLife.Rolling(months, until).expiry(usable, BERLIN)).contains(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T12:00:00Z, 2026-03-31T22:00:00Z",
    "2026-03-31T21:59:59Z, 2026-03-31T22:00:00Z",
    "2026-03-31T22:00:00Z, 2026-12-31T23:00:00Z",
    "2026-12-31T23:00:00Z, 2027-03-31T22:00:00Z"
  })
  void orToTheEndOfTheNextOfSomeDays(Instant usable, Instant end) {
    assertThat(dates("--03-31", "--12-31").expiry(usable, BERLIN)).contains(end);
  }

  @Test
  void theLastDayOfFebruaryIsItsLastDay() {
    assertThat(dates("--02-29").expiry(Instant.parse("2026-01-01T00:00:00Z"), ZoneId.of("UTC")))
        .contains(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void orForEver() {
    assertThat(new LotLife.Never().expiry(Instant.EPOCH, BERLIN)).isEmpty();
  }

  private static LotLife dates(String... days) {
    return new LotLife.Dates(Arrays.stream(days).map(MonthDay::parse).toList());
  }
}
