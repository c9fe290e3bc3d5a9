package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.chart.StepCurve;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesView.SurvivalView;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.util.List;

/** How long it takes until customers order again. */
final class BackExhibit {
  private static final String TITLE = "How long until the second order";
  private static final double YEAR = 365;

  private BackExhibit() {}

  static Exhibit of(SurvivalView curve) {
    Long median = curve.medianDays();
    String description =
        "The share of customers who have not ordered again falls with the days since their first"
            + " order, from 100%. "
            + (median == null
                ? "It does not fall to half."
                : "Half are back within " + median + " days.")
            + " The band is where it may lie, with 95% confidence.";
    return new Exhibit(
        "cohorts-back",
        TITLE,
        new StepCurve(
                TITLE,
                description,
                "days since the first order",
                "have not ordered again",
                1,
                YEAR,
                curve.points().stream()
                    .map(p -> new StepCurve.Step(p.days(), p.waiting(), p.low(), p.high()))
                    .toList())
            .picture(),
        new Table("Since the first order", List.of("Are back"), rows(curve)));
  }

  private static List<Row> rows(SurvivalView curve) {
    return curve.backBy().stream()
        .map(
            back ->
                Row.of(
                    CohortSection.days(back.days()).text(), Figure.percent(back.share())))
        .toList();
  }
}
