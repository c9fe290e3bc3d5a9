package dev.homeport.analytics.report;

import java.util.List;

/**
 * Figures in rows.
 *
 * @param corner what the first column holds, which names the rows
 * @param columns what the others hold
 */
public record Table(String corner, List<String> columns, List<Row> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    int size = columns.size();
    if (rows.stream().anyMatch(row -> row.figures.size() != size)) {
      throw new IllegalArgumentException("Every row has a figure for every column");
    }
  }

  private static final int MANY = 7;
  private static final int LONG = 6;

  /** Whether it needs the whole width of a page. */
  public boolean wide() {
    return columns.size() > MANY;
  }

  /** Whether there is no room for its columns' names but upright. */
  public boolean turned() {
    return wide() && columns.stream().anyMatch(column -> column.length() > LONG);
  }

  /**
   * One row.
   *
   * @param total whether it sums up the others
   */
  public record Row(String name, List<Figure> figures, boolean total) {

    public Row {
      figures = List.copyOf(figures);
    }

    /** One of many. */
    public static Row of(String name, Figure... figures) {
      return new Row(name, List.of(figures), false);
    }

    /** What they come to together. */
    public static Row total(String name, Figure... figures) {
      return new Row(name, List.of(figures), true);
    }
  }
}
