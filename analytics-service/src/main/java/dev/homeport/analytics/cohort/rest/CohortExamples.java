package dev.homeport.analytics.cohort.rest;

/** Real answers, from the last months of a year of orders of a giftware shop. */
final class CohortExamples {
  private CohortExamples() {}

  static final String JSON =
      """
      {"by": "month", "measure": "customers", "from": "2011-10-01", "to": "2011-12-10",
       "asOf": "2011-12-10", "cohorts": [
        {"cohort": "2011-10", "customers": 358, "periods": [
         {"period": 0, "label": "2011-10", "count": 358, "rate": 1.0, "complete": true},
         {"period": 1, "label": "2011-11", "count": 86, "rate": 0.240223, "complete": true},
         {"period": 2, "label": "2011-12", "count": 41, "rate": 0.114525, "complete": false}]},
        {"cohort": "2011-11", "customers": 324, "periods": [
         {"period": 0, "label": "2011-11", "count": 324, "rate": 1.0, "complete": true},
         {"period": 1, "label": "2011-12", "count": 36, "rate": 0.111111, "complete": false}]},
        {"cohort": "2011-12", "customers": 41, "periods": [
         {"period": 0, "label": "2011-12", "count": 41, "rate": 1.0, "complete": false}]}],
       "overall": [
        {"period": 0, "customers": 723, "count": 723, "rate": 1.0},
        {"period": 1, "customers": 682, "count": 122, "rate": 0.178886},
        {"period": 2, "customers": 358, "count": 41, "rate": 0.114525}]}""";

  static final String CSV =
      """
      cohort,customers,p0,p1,p2,r0,r1,r2
      2011-10,358,358,86,41,1.0,0.240223,0.114525
      2011-11,324,324,36,,1.0,0.111111,
      2011-12,41,41,,,1.0,,
      """;

  static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 420 126\" width=\"420\""
          + " height=\"126\" role=\"img\"></svg>";
}
