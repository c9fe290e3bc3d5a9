package dev.homeport.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.homeport.analytics.ReferenceData;
import dev.homeport.analytics.value.Observations.Group;
import dev.homeport.analytics.value.Observations.Later;
import dev.homeport.analytics.value.Observations.Outcome;
import dev.homeport.analytics.value.btyd.BgNbd;
import dev.homeport.analytics.value.btyd.Buying;
import dev.homeport.analytics.value.btyd.ParetoNbd;
import dev.homeport.analytics.value.btyd.Spending;
import dev.homeport.analytics.value.btyd.Tuples;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The forecast of CDNOW by the published parameters, week by week and by frequency. */
class BacktestTest {
  private static final LocalDate FROM = LocalDate.of(1997, 1, 1);
  private static final LocalDate END = LocalDate.of(1997, 9, 30);
  private static final LocalDate UNTIL = LocalDate.of(1998, 6, 30);
  private static final double PRINTED = 6e-7;

  private final Map<Group, Outcome> groups = new HashMap<>();
  private final Map<LocalDate, Long> newcomers = new HashMap<>();
  private final Map<LocalDate, Long> repeats = new HashMap<>();

  @Test
  void of_bg_nbd() {
    check(new BgNbd(.243, 4.414, .793, 2.426), "bgnbd");
  }

  @Test
  void of_pareto_nbd() {
    check(new ParetoNbd(.553, 10.578, .606, 11.669), "pnbd");
  }

  private void check(Buying model, String name) {
    List<Map<String, String>> weeks = ReferenceData.rows("ref/cdnow_tracking.csv");
    List<Map<String, String>> bins = ReferenceData.rows("ref/cdnow_holdout_by_frequency.csv");
    read();
    var seen =
        new Observations(
            FROM,
            END,
            new Tuples.Builder().grouped(),
            new Spending.Builder().build(),
            Optional.empty());

    Backtest backtest = Backtest.of(seen, new Later(UNTIL, groups, newcomers, repeats), model);

    assertThat(backtest.actual()).isEqualTo(1_882);
    assertThat(backtest.weeks()).hasSize(weeks.size());
    for (int i = 0; i < weeks.size(); i++) {
      assertThat(backtest.weeks().get(i).actual()).isEqualTo(whole(weeks.get(i), "actual_cum"));
      assertThat(backtest.weeks().get(i).expected())
          .isCloseTo(number(weeks.get(i), name + "_cum"), within(PRINTED));
    }
    for (int i = 0; i < backtest.byFrequency().size(); i++) {
      Backtest.Bin bin = backtest.byFrequency().get(i);
      assertThat(bin.customers()).isEqualTo(whole(bins.get(i), "customers"));
      assertThat(bin.actual())
          .isCloseTo(number(bins.get(i), "actual_mean_holdout"), within(PRINTED));
      assertThat(bin.expected()).isCloseTo(number(bins.get(i), name + "_mean"), within(PRINTED));
    }
    assertThat(backtest.expected())
        .isCloseTo(number(bins.getLast(), name + "_mean"), within(PRINTED));
    assertThat(backtest.trackingError()).isCloseTo(error(weeks, name), within(1e-8));
  }

  private static double error(List<Map<String, String>> weeks, String name) {
    return weeks.stream()
        .skip(39)
        .mapToDouble(week -> Math.abs(number(week, name + "_cum") / number(week, "actual_cum") - 1))
        .average()
        .orElseThrow();
  }

  private void read() {
    var byCustomer = new TreeMap<String, TreeSet<LocalDate>>();
    for (String line : ReferenceData.lines("cdnow/CDNOW_sample.txt.gz")) {
      String[] fields = line.strip().split(" +");
      byCustomer
          .computeIfAbsent(fields[1], _ -> new TreeSet<>())
          .add(LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE));
    }
    byCustomer.values().forEach(this::add);
  }

  private void add(TreeSet<LocalDate> days) {
    LocalDate first = days.first();
    SortedSet<LocalDate> known = days.headSet(END, true);
    newcomers.merge(first, 1L, Long::sum);
    days.tailSet(first, false).forEach(day -> repeats.merge(day, 1L, Long::sum));
    groups.merge(
        new Group(
            known.size() - 1,
            (int) ChronoUnit.DAYS.between(first, known.last()),
            (int) ChronoUnit.DAYS.between(first, END)),
        new Outcome(1, days.size() - known.size()),
        Outcome::plus);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static long whole(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }
}
