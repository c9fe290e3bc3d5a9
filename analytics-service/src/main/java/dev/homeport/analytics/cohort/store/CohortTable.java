package dev.homeport.analytics.cohort.store;

import dev.homeport.analytics.cohort.CohortCell;
import dev.homeport.analytics.cohort.CohortMeasure;
import dev.homeport.analytics.cohort.CohortUnit;
import dev.homeport.analytics.cohort.Cohorts;
import dev.homeport.analytics.cohort.Interval;
import dev.homeport.analytics.cohort.Sales;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.analytics.derived.Remembered;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads all facts that a question is about, in one statement, and remembers the answer. The tenant
 * is named beside the policy of the tables, so that the planner can tell how much it has.
 */
@ApplicationScoped
class CohortTable implements Cohorts {
  private final Database database;
  private final Remembered remembered;

  CohortTable(Database database, Remembered remembered) {
    this.database = database;
    this.remembered = remembered;
  }

  private record Cells(CohortUnit by, boolean customers, Scope scope) {}

  private record Intervals(Scope scope) {}

  private record SalesBy(Sales.Axis by, Scope scope) {}

  @Override
  public List<CohortCell> cells(CohortUnit by, CohortMeasure measure, Scope scope) {
    boolean customers = measure == CohortMeasure.CUSTOMERS;
    return answer(
        new Cells(by, customers, scope),
        () ->
            database.list(
                CohortSql.cells(by, customers, scope),
                CohortSql.bindCells(scope),
                CohortTable::cell));
  }

  @Override
  public List<Interval> intervals(Scope scope) {
    return answer(
        new Intervals(scope),
        () ->
            database.list(
                CohortSql.intervals(scope),
                CohortSql.bindIntervals(scope),
                row ->
                    new Interval(
                        row.getBoolean(1), row.getBoolean(2), row.getLong(3), row.getLong(4))));
  }

  @Override
  public List<Sales> sales(Sales.Axis by, Scope scope) {
    return answer(
        new SalesBy(by, scope),
        () ->
            database.list(
                CohortSql.sales(by, scope), CohortSql.bindSales(scope), CohortTable::sales));
  }

  private <T> List<T> answer(Object question, Supplier<List<T>> make) {
    return remembered.answer(
        question,
        () -> {
          database.readMuch();
          return List.copyOf(make.get());
        });
  }

  private static CohortCell cell(ResultSet row) throws SQLException {
    return new CohortCell(
        row.getInt("cohort"),
        row.getInt("age"),
        row.getLong("customers"),
        row.getLong("orders"),
        row.getBigDecimal("gross"),
        row.getBigDecimal("returned"));
  }

  private static Sales sales(ResultSet row) throws SQLException {
    return new Sales(
        row.getString("key"),
        row.getLong("customers"),
        row.getLong("orders"),
        row.getBigDecimal("gross"),
        row.getBigDecimal("returned"));
  }
}
