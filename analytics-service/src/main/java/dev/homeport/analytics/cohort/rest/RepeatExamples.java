package dev.homeport.analytics.cohort.rest;

/** Real answers, from a year of orders of a giftware shop (UCI Online Retail). */
final class RepeatExamples {
  private RepeatExamples() {}

  static final String JSON =
      """
      {"asOf": "2011-12-10", "customers": 4339, "repeaters": 2845, "repeatRate": 0.655681,
       "timeBetweenOrders": {"count": 14197, "quantiles": [
        {"probability": 0.1, "days": 1}, {"probability": 0.5, "days": 26}]},
       "notYetBack": {"after": "first", "total": 4339, "medianDays": 84, "medianLow": 80,
        "medianHigh": 88, "backBy": [{"days": 90, "share": 0.512345}],
        "points": [{"days": 7, "atRisk": 4188, "cameBack": 45, "waiting": 0.953124,
         "low": 0.946346, "high": 0.959066}]}}""";

  static final String CSV =
      """
      days,atRisk,cameBack,waiting,low,high
      7,4188,45,0.953124,0.946346,0.959066
      """;
}
