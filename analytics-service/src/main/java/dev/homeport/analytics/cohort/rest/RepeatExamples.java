package dev.homeport.analytics.cohort.rest;

/** Real answers, from a year of orders of a giftware shop (UCI Online Retail). */
final class RepeatExamples {
  private RepeatExamples() {}

  static final String JSON =
      """
      {"asOf": "2011-12-10", "customers": 4339, "repeaters": 2845, "repeatRate": 0.655681,
       "timeBetweenOrders": {"count": 14197, "quantiles": [
        {"probability": 0.1, "days": 0}, {"probability": 0.25, "days": 7},
        {"probability": 0.5, "days": 22}, {"probability": 0.75, "days": 51},
        {"probability": 0.9, "days": 103}]},
       "notYetBack": {"after": "first", "total": 4339, "medianDays": 97, "medianLow": 91,
        "medianHigh": 104, "backBy": [{"days": 30, "share": 0.226992},
         {"days": 90, "share": 0.479668}, {"days": 180, "share": 0.667041}],
        "points": [{"days": 7, "atRisk": 3943, "cameBack": 54, "waiting": 0.903019,
         "low": 0.893816, "high": 0.911464}]}}""";

  static final String CSV =
      """
      days,atRisk,cameBack,waiting,low,high
      7,3943,54,0.903019,0.893816,0.911464
      """;
}
