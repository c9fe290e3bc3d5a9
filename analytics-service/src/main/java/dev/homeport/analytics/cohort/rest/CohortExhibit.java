package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.rest.CohortsView.CohortView;
import dev.homeport.analytics.cohort.rest.CohortsView.PeriodView;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A triangle of months: who came back in the months after the first. */
final class CohortExhibit {
  private CohortExhibit() {}

  static Exhibit of(CohortsView view) {
    int ages = view.overall().size();
    var across = new ArrayList<>(List.of("New"));
    IntStream.range(1, ages).mapToObj(Integer::toString).forEach(across::add);
    return new Exhibit(
        "cohorts-triangle",
        "Who ordered again, by the month of the first order",
        CohortPicture.of(view),
        new Table(
            "First order", across, view.cohorts().stream().map(c -> row(view, c, ages)).toList()));
  }

  private static Row row(CohortsView view, CohortView cohort, int ages) {
    var figures = new ArrayList<>(List.of(Figure.of(cohort.customers())));
    for (int age = 1; age < ages; age++) {
      figures.add(age < cohort.periods().size() ? share(cohort.periods().get(age)) : Figure.none());
    }
    return new Row(CohortPicture.label(cohort, view.by()), figures, false);
  }

  private static Figure share(PeriodView period) {
    Double rate = period.rate();
    return rate == null ? Figure.none() : Figure.roundPercent(rate);
  }
}
