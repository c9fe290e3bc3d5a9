package dev.homeport.analytics.cohort;

import java.util.List;

/** What cohorts of customers of the present tenant did. */
public interface Cohorts {

  /**
   * Cells with something in them, by cohort and age.
   *
   * @param measure only what this one needs is in them: customers of age 0 always, those of other
   *     ages or orders and amounts
   */
  List<CohortCell> cells(CohortUnit by, CohortMeasure measure, Scope scope);

  /** How long customers took from one order to the next. */
  List<Interval> intervals(Scope scope);

  /** Orders by where or when; those of customers who are nobody's do not exist. */
  List<Sales> sales(Sales.Axis by, Scope scope);
}
