package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.chart.Picture;
import dev.homeport.analytics.chart.StepCurve;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesResource.After;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesView.PointView;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesView.SurvivalView;
import dev.homeport.analytics.report.Days;
import java.util.List;

/** A curve as a picture: who is not back yet, with its band, as far as somebody came back. */
final class BackPicture {
  private BackPicture() {}

  static Picture of(RepeatPurchasesView view) {
    SurvivalView curve = view.notYetBack();
    boolean second = curve.after() == After.FIRST;
    return new StepCurve(
            "How long until the %s order, up to %s"
                .formatted(second ? "second" : "next", Days.brief(view.asOf())),
            description(curve),
            second ? "days since the first order" : "days since an order",
            "have not ordered again",
            1,
            end(curve),
            curve.points().stream()
                .map(p -> new StepCurve.Step(p.days(), p.waiting(), p.low(), p.high()))
                .toList())
        .picture();
  }

  /** The last day on which somebody came back. */
  static long end(SurvivalView curve) {
    List<PointView> points = curve.points();
    return points.isEmpty() ? 1 : Math.max(1, points.getLast().days());
  }

  private static String description(SurvivalView curve) {
    Long median = curve.medianDays();
    return "The share of customers who have not ordered again falls with the days, from 100%. "
        + (median == null
            ? "Less than half have come back."
            : "Half are back within %d %s.".formatted(median, median == 1 ? "day" : "days"))
        + " The band is where it may lie, with 95% confidence.";
  }
}
