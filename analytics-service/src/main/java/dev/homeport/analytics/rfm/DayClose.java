package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.UUID;

/** Who stood where when a day ended. */
public final class DayClose {
  private final Columns columns = new Columns();
  private final CustomerRows customers = new CustomerRows();

  /**
   * Adds a customer who had ordered by then.
   *
   * @param day of the last order, since 1970-01-01
   * @param frequency orders within the window; 0 when there is none, and so no score
   */
  public void add(UUID customer, long day, long frequency, BigDecimal monetary) {
    customers.add(customer);
    columns.set(columns.add(), day, frequency, monetary);
  }

  /** Counts who went from which group to which, by a grid. */
  public static Migrations between(Scheme scheme, DayClose from, DayClose to) {
    Grid grid = scheme.grid();
    short[] before = Standing.of(from.columns, grid.buckets()).cells();
    short[] after = Standing.of(to.columns, grid.buckets()).cells();
    var moves = new TreeMap<Integer, Long>();
    int width = grid.groups().size() + 2;
    for (int row = 0; row < after.length; row++) {
      int known = from.customers.find(to.customers.at(row));
      int source = known < 0 ? grid.groups().size() : place(grid, before[known]);
      moves.merge(source * width + place(grid, after[row]), 1L, Long::sum);
    }
    return Migrations.of(grid, moves, width);
  }

  /** The groups in their order, then not yet a customer, then not scored. */
  private static int place(Grid grid, short cell) {
    return cell == Standing.NOBODY ? grid.groups().size() + 1 : grid.index(cell);
  }
}
