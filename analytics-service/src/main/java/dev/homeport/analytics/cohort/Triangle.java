package dev.homeport.analytics.cohort;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One measure of cohorts, period by period.
 *
 * @param rows cohorts with customers, the oldest first
 * @param overall all cohorts that have come to that age, together
 */
public record Triangle(CohortUnit by, CohortMeasure measure, List<Row> rows, List<Column> overall) {

  public Triangle {
    rows = List.copyOf(rows);
    overall = List.copyOf(overall);
  }

  /**
   * A cohort.
   *
   * @param cohort the number of its period
   * @param customers who are in it
   * @param values one for each age that it has come to, from 0
   */
  public record Row(int cohort, long customers, List<Value> values) {

    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * What a cohort did at an age.
   *
   * @param rate of customers the share of the cohort, of orders those for each of its customers, of
   *     money the share of what it was at age 0
   * @param complete whether the period is over
   */
  public record Value(BigDecimal value, OptionalDouble rate, boolean complete) {}

  /**
   * What all cohorts did that have come to an age.
   *
   * @param customers who are in these cohorts
   */
  public record Column(long customers, BigDecimal value, OptionalDouble rate) {}

  /**
   * Sets cells out.
   *
   * @param ages the most ages to show
   * @param asOf the last day that is looked at
   * @param today a day that is not over
   */
  public static Triangle of(
      CohortUnit by,
      CohortMeasure measure,
      List<CohortCell> cells,
      int ages,
      LocalDate asOf,
      LocalDate today) {
    var cohorts = new TreeMap<Integer, TreeMap<Integer, CohortCell>>();
    cells.forEach(
        cell -> cohorts.computeIfAbsent(cell.cohort(), _ -> new TreeMap<>()).put(cell.age(), cell));
    int now = by.index(asOf);
    var rows = new ArrayList<Row>();
    var columns = new ArrayList<Sum>();
    cohorts.forEach(
        (cohort, byAge) -> {
          long customers = byAge.containsKey(0) ? byAge.get(0).customers() : 0;
          BigDecimal base = value(measure, byAge.get(0));
          var values = new ArrayList<Value>();
          for (int age = 0; age < ages && cohort + age <= now; age++) {
            BigDecimal value = value(measure, byAge.get(age));
            LocalDate last = by.last(cohort + age);
            boolean complete = !last.isAfter(asOf) && last.isBefore(today);
            values.add(new Value(value, rate(measure, value, customers, base), complete));
            if (columns.size() == age) {
              columns.add(new Sum());
            }
            columns.get(age).add(customers, value, base);
          }
          rows.add(new Row(cohort, customers, values));
        });
    return new Triangle(
        by, measure, rows, columns.stream().map(sum -> sum.column(measure)).toList());
  }

  private static BigDecimal value(CohortMeasure measure, @Nullable CohortCell cell) {
    return cell == null ? BigDecimal.ZERO : measure.of(cell);
  }

  private static OptionalDouble rate(
      CohortMeasure measure, BigDecimal value, long customers, BigDecimal base) {
    BigDecimal of = measure.money() ? base : BigDecimal.valueOf(customers);
    return of.signum() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.divide(of, MathContext.DECIMAL64).doubleValue());
  }

  private static final class Sum {
    private long customers;
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal base = BigDecimal.ZERO;

    private void add(long more, BigDecimal moreValue, BigDecimal moreBase) {
      customers += more;
      value = value.add(moreValue);
      base = base.add(moreBase);
    }

    private Column column(CohortMeasure measure) {
      return new Column(customers, value, rate(measure, value, customers, base));
    }
  }
}
