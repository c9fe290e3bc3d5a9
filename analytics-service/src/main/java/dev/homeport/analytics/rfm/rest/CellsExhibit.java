package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.rfm.Axes;
import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Snapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Where customers stand by R and FM, whatever the grid makes of it. */
final class CellsExhibit {
  private static final String TITLE = "Customers by recency (R), and by frequency and amount (FM)";
  private static final String DESCRIPTION =
      "Rows go from those who ordered last at the top to those who have been away longest; columns"
          + " from few and small orders on the left to many and large ones on the right. The number"
          + " of customers is written in each cell.";

  private final Snapshot snapshot;
  private final Grid grid;
  private final Currency currency;
  private final int best;

  private CellsExhibit(Snapshot snapshot, Grid grid, Currency currency) {
    this.snapshot = snapshot;
    this.grid = grid;
    this.currency = currency;
    this.best = grid.buckets();
  }

  static Exhibit of(Snapshot snapshot, Grid grid, Currency currency) {
    return new CellsExhibit(snapshot, grid, currency).exhibit();
  }

  private Exhibit exhibit() {
    var rows = new ArrayList<Row>();
    var cells = new ArrayList<List<HeatMap.Cell>>();
    for (int r = best; r >= 1; r--) {
      int recency = r;
      rows.add(
          new Row(
              "R %d, %s".formatted(r, days(r)),
              columns().mapToObj(fm -> Figure.of(customers(recency, fm))).toList(),
              false));
      cells.add(columns().mapToObj(fm -> cell(recency, fm)).toList());
    }
    List<String> across = columns().mapToObj(Integer::toString).toList();
    return new Exhibit(
        "groups-grid",
        TITLE,
        new HeatMap(
                TITLE,
                DESCRIPTION,
                new HeatMap.Axis("R: how recently", across.reversed()),
                new HeatMap.Axis("FM: how often and for how much", across),
                cells,
                " customers")
            .picture(),
        new Table("Last order", across.stream().map(fm -> "FM " + fm).toList(), rows));
  }

  private IntStream columns() {
    return IntStream.rangeClosed(1, best);
  }

  private HeatMap.Cell cell(int r, int fm) {
    long customers = customers(r, fm);
    String group = grid.axes() == Axes.R_FM && best <= 5 ? grid.group(List.of(r, fm)).name() : "";
    BigDecimal net = cells(r, fm).stream().map(Cell::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    String hint =
        "R %d, FM %d%s: %s, %s net"
            .formatted(
                r,
                fm,
                group.isEmpty() ? "" : ", " + group,
                Figure.of(customers, "customer", "customers").text(),
                Numbers.money(net, currency));
    double number = customers;
    return new HeatMap.Cell(number, Numbers.brief(number), group, hint);
  }

  private long customers(int r, int fm) {
    return cells(r, fm).stream().mapToLong(Cell::customers).sum();
  }

  private List<Cell> cells(int r, int fm) {
    return snapshot.cells().stream()
        .filter(cell -> cell.scores().r() == r && cell.scores().fm() == fm)
        .toList();
  }

  /** When customers of a score for recency ordered last. */
  private String days(int r) {
    List<LocalDate> cuts = snapshot.cutPoints().recency();
    return r == best
        ? "after " + Days.brief(cuts.get(r - 2))
        : "up to " + Days.brief(cuts.get(r - 1));
  }
}
