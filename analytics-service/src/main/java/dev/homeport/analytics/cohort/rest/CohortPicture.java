package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.chart.Picture;
import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.rest.CohortsView.CohortView;
import dev.homeport.analytics.cohort.rest.CohortsView.PeriodView;
import dev.homeport.analytics.report.Days;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cohorts as a picture: a row for each, a column for who came and one for each period after it, the
 * darker the more. What is a whole by its nature, the first period, is left out.
 */
final class CohortPicture {
  private final CohortsView view;
  private final String unit;
  private final int first;

  private CohortPicture(CohortsView view) {
    this.view = view;
    this.unit = view.by() == CohortUnit.MONTH ? "month" : "week";
    this.first = view.measure() == CohortMeasure.ORDERS ? 0 : 1;
  }

  static Picture of(CohortsView view) {
    return new CohortPicture(view).draw();
  }

  /** How people read a cohort: Nov 2011, 2011-W47. */
  static String label(CohortView cohort, CohortUnit by) {
    return by == CohortUnit.MONTH ? Days.brief(YearMonth.parse(cohort.cohort())) : cohort.cohort();
  }

  private Picture draw() {
    boolean nobody = view.cohorts().isEmpty();
    int ages = view.overall().size();
    var columns = new ArrayList<>(List.of("new"));
    IntStream.range(first, ages).mapToObj(Integer::toString).forEach(columns::add);
    return new HeatMap(
            title(),
            nobody ? "No customers in this time." : description(),
            new HeatMap.Axis(
                "first order",
                view.cohorts().stream().map(cohort -> label(cohort, view.by())).toList()),
            new HeatMap.Axis(nobody ? "No customers in this time." : unit + "s later", columns),
            view.cohorts().stream().map(cohort -> cells(cohort, ages)).toList(),
            measured().scale)
        .picture();
  }

  private List<HeatMap.Cell> cells(CohortView cohort, int ages) {
    var cells = new ArrayList<HeatMap.Cell>();
    double customers = cohort.customers();
    cells.add(
        new HeatMap.Cell(
            0,
            Numbers.brief(customers),
            "",
            "%s: %s customers came".formatted(cohort.cohort(), Numbers.whole(cohort.customers()))));
    for (int age = first; age < ages; age++) {
      List<PeriodView> periods = cohort.periods();
      cells.add(age < periods.size() ? cell(cohort, periods.get(age)) : HeatMap.Cell.NONE);
    }
    return cells;
  }

  private HeatMap.Cell cell(CohortView cohort, PeriodView period) {
    Double rate = period.rate();
    String hint =
        "%s, %d %ss later: %s%s"
            .formatted(
                cohort.cohort(),
                period.period(),
                unit,
                amount(cohort, period),
                period.complete() ? "" : " so far");
    return rate == null
        ? new HeatMap.Cell(0, "–", "", hint, !period.complete())
        : new HeatMap.Cell(rate, text(rate), "", hint, !period.complete());
  }

  private String amount(CohortView cohort, PeriodView period) {
    if (period.amount() != null && view.currency() != null) {
      return Numbers.money(period.amount(), view.currency());
    }
    long count = period.count() == null ? 0 : period.count();
    String counted = Numbers.whole(count);
    return view.measure() == CohortMeasure.ORDERS
        ? counted + " orders"
        : "%s of %s customers".formatted(counted, Numbers.whole(cohort.customers()));
  }

  private String text(double rate) {
    if (view.measure() == CohortMeasure.ORDERS) {
      return Numbers.ratio(rate);
    }
    return rate > 0 && rate < 0.005 ? "<1" : Numbers.whole(Math.round(100 * rate));
  }

  private String title() {
    var title =
        new StringBuilder(
            "%s, by the %s of the first order, up to %s"
                .formatted(measured().title, unit, Days.brief(view.asOf())));
    if (view.market() != null) {
      title.append(", market ").append(view.market());
    }
    if (view.channel() != null) {
      title.append(", channel ").append(view.channel());
    }
    return title.toString();
  }

  private String description() {
    return "A row for each %s in which customers came, with how many they are, and a column for each"
            .formatted(unit)
        + " %s after it: %s. A star says that the %s is not over yet."
            .formatted(unit, measured().description, unit);
  }

  private Measured measured() {
    return switch (view.measure()) {
      case CUSTOMERS ->
          new Measured(
              "Who ordered again",
              "the share of them who ordered in it, in percent",
              "% ordered again");
      case ORDERS ->
          new Measured("Orders of a customer", "how often each of them ordered in it", " orders");
      case GROSS ->
          new Measured(
              "What customers ordered",
              "what they ordered in it, in percent of the first one",
              "% of the first " + unit);
      case NET ->
          new Measured(
              "What customers ordered less returns",
              "what they ordered in it less returns, in percent of the first one",
              "% of the first " + unit);
    };
  }

  private record Measured(String title, String description, String scale) {}
}
