package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Survival;

/** A curve as comma-separated values. */
final class SurvivalCsv {
  private static final String END = "\r\n";

  private SurvivalCsv() {}

  static String of(Survival curve, int days) {
    var text = new StringBuilder("days,atRisk,cameBack,waiting,low,high").append(END);
    curve.points().stream()
        .filter(point -> point.days() <= days)
        .forEach(
            point ->
                text.append(
                        "%d,%d,%d,%s,%s,%s"
                            .formatted(
                                point.days(),
                                point.atRisk(),
                                point.events(),
                                Rates.rounded(point.waiting()),
                                Rates.rounded(point.low()),
                                Rates.rounded(point.high())))
                    .append(END));
    return text.toString();
  }
}
