package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.rest.RepeatPurchasesView.SurvivalView;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.util.List;

/** How long it takes until customers order again. */
final class BackExhibit {
  private static final long SOONEST = 30;

  private BackExhibit() {}

  static Exhibit of(RepeatPurchasesView view) {
    return new Exhibit(
        "cohorts-back",
        "How long until the second order",
        BackPicture.of(view),
        new Table("Since the first order", List.of("Are back"), rows(view.notYetBack())));
  }

  /** As far as somebody came back: of later days nothing is known. */
  private static List<Row> rows(SurvivalView curve) {
    long known = Math.max(SOONEST, BackPicture.end(curve));
    return curve.backBy().stream()
        .filter(back -> back.days() <= known)
        .map(
            back ->
                Row.of(
                    "within " + CohortSection.days(back.days()).text(),
                    Figure.percent(back.share())))
        .toList();
  }
}
