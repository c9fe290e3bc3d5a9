package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.cohort.rest.CohortsView.CohortView;
import dev.homeport.analytics.cohort.rest.CohortsView.PeriodView;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A triangle of months: who came back in the months after the first. */
final class CohortExhibit {
  private static final String TITLE = "Who ordered again, by the month of the first order";
  private static final String DESCRIPTION =
      "A row for each month in which customers came, a column for each month after it; in the cell"
          + " the share of them who ordered in that month, in percent. The last cell of a row is of"
          + " a month that is not over, unless the day is the last one of a month.";

  private CohortExhibit() {}

  static Exhibit of(CohortsView view) {
    int ages = view.cohorts().stream().mapToInt(cohort -> cohort.periods().size()).max().orElse(1);
    List<String> columns = IntStream.range(1, ages).mapToObj(Integer::toString).toList();
    List<String> months =
        view.cohorts().stream()
            .map(cohort -> Days.brief(YearMonth.parse(cohort.cohort())))
            .toList();
    var heat =
        new HeatMap(
            TITLE,
            DESCRIPTION,
            new HeatMap.Axis("first order", months),
            new HeatMap.Axis("months later", columns),
            view.cohorts().stream().map(cohort -> cells(cohort, ages)).toList(),
            "% ordered again");
    var across = new ArrayList<>(List.of("Came"));
    across.addAll(columns);
    return new Exhibit(
        "cohorts-triangle",
        TITLE,
        heat.picture(),
        new Table(
            "First order",
            across,
            IntStream.range(0, months.size())
                .mapToObj(i -> row(months.get(i), view.cohorts().get(i), ages))
                .toList()));
  }

  private static List<HeatMap.Cell> cells(CohortView cohort, int ages) {
    return IntStream.range(1, ages)
        .mapToObj(
            age ->
                age < cohort.periods().size()
                    ? cell(cohort, cohort.periods().get(age))
                    : HeatMap.Cell.NONE)
        .toList();
  }

  private static HeatMap.Cell cell(CohortView cohort, PeriodView period) {
    double rate = rate(period);
    String hint =
        "%s, %d months later: %s of %s, %s%s"
            .formatted(
                cohort.cohort(),
                period.period(),
                period.count(),
                Figure.of(cohort.customers(), "customer", "customers").text(),
                Numbers.percent(rate),
                period.complete() ? "" : " so far");
    return new HeatMap.Cell(rate, Numbers.whole(Math.round(100 * rate)), "", hint);
  }

  private static Row row(String month, CohortView cohort, int ages) {
    var figures = new ArrayList<>(List.of(Figure.of(cohort.customers())));
    for (int age = 1; age < ages; age++) {
      figures.add(
          age < cohort.periods().size()
              ? Figure.roundPercent(rate(cohort.periods().get(age)))
              : Figure.none());
    }
    return new Row(month, figures, false);
  }

  private static double rate(PeriodView period) {
    Double rate = period.rate();
    return rate == null ? 0 : rate;
  }
}
