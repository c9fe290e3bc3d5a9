package dev.homeport.analytics.value;

import dev.homeport.analytics.value.Observations.Group;
import dev.homeport.analytics.value.Observations.Later;
import dev.homeport.analytics.value.Observations.Outcome;
import dev.homeport.analytics.value.btyd.Buying;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A forecast compared with what happened.
 *
 * @param from the first day that the model had not seen
 * @param until the last day that is compared
 * @param actual purchases in between, of the customers whom the model knew
 * @param expected what it expected
 * @param byFrequency the same by purchases that it knew of: 0 to 6, and 7 or more
 * @param weeks repeat purchases up to the end of each week from the first day of all, of the
 *     customers whom the model knew; the last week may be a part of one
 * @param trackingError mean over the weeks that the model had not seen of how far the expected
 *     number is from the actual one, as a part of that
 */
public record Backtest(
    LocalDate from,
    LocalDate until,
    long actual,
    double expected,
    List<Bin> byFrequency,
    List<Week> weeks,
    double trackingError) {
  private static final int LAST_BIN = 7;
  private static final int DAYS = 7;

  public Backtest {
    byFrequency = List.copyOf(byFrequency);
    weeks = List.copyOf(weeks);
  }

  /**
   * Customers with as many repeat purchases.
   *
   * @param actual purchases of one of them on average
   */
  public record Bin(int repeats, long customers, double actual, double expected) {}

  /**
   * A week.
   *
   * @param until its last day
   * @param actual all repeat purchases up to then
   */
  public record Week(LocalDate until, long actual, double expected) {}

  /** What is expected as a part of what was: 1 is perfect; 0 where nothing was bought. */
  public double ratio() {
    return actual == 0 ? 0 : expected / actual;
  }

  static Backtest of(Observations seen, Later later, Buying model) {
    double time = ChronoUnit.DAYS.between(seen.end(), later.until()) / Purchases.DAYS_A_WEEK;
    long[] customers = new long[LAST_BIN + 1];
    double[] actual = new double[LAST_BIN + 1];
    double[] expected = new double[LAST_BIN + 1];
    for (Map.Entry<Group, Outcome> entry : later.groups().entrySet()) {
      Group group = entry.getKey();
      Outcome outcome = entry.getValue();
      int bin = Math.min(LAST_BIN, group.repeats());
      var alike = new Purchases(group.repeats(), group.recencyDays(), group.ageDays(), 0);
      customers[bin] += outcome.customers();
      actual[bin] += outcome.purchases();
      expected[bin] += outcome.customers() * model.expected(alike.history(), time);
    }
    var bins = new ArrayList<Bin>();
    for (int bin = 0; bin <= LAST_BIN; bin++) {
      double n = Math.max(1, customers[bin]);
      bins.add(new Bin(bin, customers[bin], actual[bin] / n, expected[bin] / n));
    }
    List<Week> weeks = weeks(seen, later, model);
    return new Backtest(
        seen.end().plusDays(1),
        later.until(),
        (long) Arrays.stream(actual).sum(),
        Arrays.stream(expected).sum(),
        bins,
        weeks,
        error(weeks, seen.end()));
  }

  private static List<Week> weeks(Observations seen, Later later, Buying model) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(seen.from(), later.until())) + 1;
    double[] ofNewcomer = new double[days];
    for (int age = 1; age < days; age++) {
      ofNewcomer[age] = model.expectedOfNewcomer(age / Purchases.DAYS_A_WEEK);
    }
    long[] born = byDay(later.newcomers(), seen.from(), days);
    long[] bought = byDay(later.repeats(), seen.from(), days);
    var weeks = new ArrayList<Week>();
    long actual = 0;
    for (int day = 0; day < days; day++) {
      actual += bought[day];
      if ((day + 1) % DAYS == 0 || day == days - 1) {
        double expected = 0;
        for (int first = 0; first <= day; first++) {
          expected += born[first] * ofNewcomer[day - first];
        }
        weeks.add(new Week(seen.from().plusDays(day), actual, expected));
      }
    }
    return weeks;
  }

  private static long[] byDay(Map<LocalDate, Long> counts, LocalDate from, int days) {
    long[] byDay = new long[days];
    counts.forEach(
        (day, count) -> byDay[Math.toIntExact(ChronoUnit.DAYS.between(from, day))] += count);
    return byDay;
  }

  private static double error(List<Week> weeks, LocalDate end) {
    return weeks.stream()
        .filter(week -> week.until().isAfter(end) && week.actual() > 0)
        .mapToDouble(week -> Math.abs(week.expected() - week.actual()) / week.actual())
        .average()
        .orElse(0);
  }
}
