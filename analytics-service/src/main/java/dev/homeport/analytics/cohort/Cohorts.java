package dev.homeport.analytics.cohort;

import java.util.List;

/** What cohorts of customers of the present tenant did. */
public interface Cohorts {

  /** Cells with something in them, by cohort and age. */
  List<CohortCell> cells(Period by, Scope scope);

  /** How long customers took from one order to the next. */
  List<Interval> intervals(Scope scope);

  /** Orders by where or when; those of customers who are nobody's do not exist. */
  List<Sales> sales(Sales.By by, Scope scope);
}
