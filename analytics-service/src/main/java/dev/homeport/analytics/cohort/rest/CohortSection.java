package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.RepeatPurchases;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.cohort.Triangle;
import dev.homeport.analytics.cohort.rest.RepeatPurchasesResource.After;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether customers come back: the figures of {@code GET /v1/cohorts} for the last twelve months,
 * and of {@code GET /v1/repeat-purchases}.
 */
@ApplicationScoped
class CohortSection implements Section {
  private static final int MONTHS = 12;
  private static final int YEAR = 365;

  private final Cohorts cohorts;

  CohortSection(Cohorts cohorts) {
    this.cohorts = cohorts;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    RepeatPurchasesView repeats = repeats(viewpoint);
    if (repeats.customers() == 0) {
      return Optional.empty();
    }
    CohortsView triangle = triangle(viewpoint);
    var exhibits = new ArrayList<Exhibit>();
    if (triangle.overall().size() > 1) {
      exhibits.add(CohortExhibit.of(triangle));
    }
    exhibits.add(BackExhibit.of(repeats));
    return Optional.of(
        new Content(
            "cohorts",
            "Whether they come back",
            List.of(headline(repeats)),
            summary(repeats, triangle),
            List.of(),
            List.of(
                Sentence.of(
                    "Customers are put together by the month of their first order; numbers in the"
                        + " first picture are the percent of them who ordered in a later month, with a"
                        + " star while that month is not over. Who has only"
                        + " just come has had little time to come back; the second picture takes"
                        + " that into account.")),
            exhibits));
  }

  private static Headline headline(RepeatPurchasesView repeats) {
    Long median = repeats.notYetBack().medianDays();
    return new Headline(
        "Bought again",
        rate(repeats),
        median == null
            ? Sentence.of("less than half come back")
            : Sentence.of("half come back within {}", days(median)));
  }

  private static List<Sentence> summary(RepeatPurchasesView repeats, CohortsView triangle) {
    var sentences = new ArrayList<Sentence>();
    sentences.add(
        repeats.repeaters() == 0
            ? Sentence.of("Nobody has bought more than once yet.")
            : Sentence.of(
                "{}, {} of all, bought more than once.",
                Figure.of(repeats.repeaters(), "customer", "customers"),
                rate(repeats)));
    triangle.overall().stream()
        .filter(overall -> overall.period() == 1 && overall.rate() != null)
        .map(CohortsView.OverallView::rate)
        .forEach(
            rate ->
                sentences.add(
                    Sentence.of(
                        "Of those who came in the last twelve months, {} ordered in the month after"
                            + " their first order as well.",
                        Figure.roundPercent(rate))));
    return sentences;
  }

  private static Figure rate(RepeatPurchasesView repeats) {
    Double rate = repeats.repeatRate();
    return rate == null ? Figure.none() : Figure.roundPercent(rate);
  }

  static Figure days(long days) {
    return Figure.of(days, "day", "days");
  }

  private CohortsView triangle(Viewpoint viewpoint) {
    LocalDate day = viewpoint.asOf();
    LocalDate from = earliest(day.withDayOfMonth(1).minusMonths(MONTHS - 1));
    var scope = new Scope(Optional.empty(), Optional.empty(), from, day, day);
    Triangle triangle =
        Triangle.of(
            CohortUnit.MONTH,
            CohortMeasure.CUSTOMERS,
            cohorts.cells(CohortUnit.MONTH, CohortMeasure.CUSTOMERS, scope),
            MONTHS,
            day,
            viewpoint.today());
    return CohortsView.from(triangle, scope, viewpoint.currency());
  }

  private RepeatPurchasesView repeats(Viewpoint viewpoint) {
    LocalDate day = viewpoint.asOf();
    var scope = new Scope(Optional.empty(), Optional.empty(), LocalDate.EPOCH, day, day);
    RepeatPurchases repeats = RepeatPurchases.of(cohorts.intervals(scope));
    return RepeatPurchasesView.from(repeats, repeats.second(), After.FIRST, YEAR, scope);
  }

  private static LocalDate earliest(LocalDate day) {
    return day.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : day;
  }
}
