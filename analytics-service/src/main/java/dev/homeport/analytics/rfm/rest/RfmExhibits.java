package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Grid.Position;
import dev.homeport.analytics.rfm.GridTotals;
import dev.homeport.analytics.rfm.GridTotals.Total;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The pictures and tables of a grid. */
final class RfmExhibits {
  private final Snapshot snapshot;
  private final Grid grid;
  private final GridTotals totals;
  private final Total whole;
  private final Currency currency;

  RfmExhibits(Snapshot snapshot, Grid grid, Currency currency) {
    this.snapshot = snapshot;
    this.grid = grid;
    this.totals = GridTotals.of(grid, snapshot.cells());
    this.whole = totals.total();
    this.currency = currency;
  }

  /** How many there are in each group, and what they bring. */
  Exhibit groups() {
    var rows = new ArrayList<Row>();
    var bars = new ArrayList<Bars.Row>();
    totals
        .groups()
        .forEach(
            (group, total) -> {
              rows.add(row(group.name(), total, false));
              bars.add(bar(group, total));
            });
    rows.add(row("All", whole, true));
    Group first = largest();
    String title = "Groups: how many customers, and what they bring";
    String description =
        "For each group its share of all customers and its share of the net amount. %s brings most: %s."
            .formatted(first.name(), shareOfNet(total(first)).text());
    return new Exhibit(
        "groups-shares",
        title,
        new Bars(title, description, List.of("share of customers", "share of net"), bars).picture(),
        new Table("Group", List.of("Customers", "Share", "Net", "Share of net"), rows));
  }

  /** Where customers stand by R and FM. */
  Exhibit cells() {
    var rows = new ArrayList<Row>();
    var cells = new ArrayList<List<HeatMap.Cell>>();
    for (int r = Scores.BEST; r >= 1; r--) {
      int recency = r;
      List<Position> positions = positions(recency);
      rows.add(
          Row.of(
              "R %d, %s".formatted(r, days(r)),
              positions.stream().map(p -> Figure.of(total(p).customers())).toArray(Figure[]::new)));
      cells.add(positions.stream().map(this::cell).toList());
    }
    String title = "Customers by recency (R), and by frequency and amount (FM)";
    String description =
        "Five rows from those who ordered last at the top to those who have been away longest;"
            + " five columns from few and small orders on the left to many and large ones on the"
            + " right. The number of customers is written in each cell.";
    return new Exhibit(
        "groups-grid",
        title,
        new HeatMap(
                title,
                description,
                new HeatMap.Axis("R: how recently", labels(true)),
                new HeatMap.Axis("FM: how often and for how much", labels(false)),
                cells,
                " customers")
            .picture(),
        new Table("Last order", labels(false).stream().map(n -> "FM " + n).toList(), rows));
  }

  private Row row(String name, Total total, boolean sum) {
    return new Row(
        name,
        List.of(
            Figure.of(total.customers()),
            Figure.percent(total.shareOf(whole)),
            Figure.wholeMoney(total.net(), currency),
            shareOfNet(total)),
        sum);
  }

  private Bars.Row bar(Group group, Total total) {
    Figure net = shareOfNet(total);
    double share = total.shareOf(whole);
    return new Bars.Row(
        group.name(),
        List.of(
            new Bars.Value(share, Numbers.percent(share)),
            new Bars.Value(
                net.exact().isEmpty() ? 0 : Double.parseDouble(net.exact()), net.text())));
  }

  private HeatMap.Cell cell(Position position) {
    Total total = total(position);
    String group = grid.group(position).name();
    String hint =
        "R %d, FM %d, %s: %s, %s net"
            .formatted(
                position.r(),
                position.fm(),
                group,
                Figure.of(total.customers(), "customer", "customers").text(),
                Numbers.money(total.net(), currency));
    double customers = total.customers();
    return new HeatMap.Cell(customers, Numbers.brief(customers), group, hint);
  }

  private Figure shareOfNet(Total total) {
    return whole.net().signum() > 0
        ? Figure.percent(total.net().doubleValue() / whole.net().doubleValue())
        : Figure.none();
  }

  private Total total(Group group) {
    return Objects.requireNonNull(totals.groups().get(group));
  }

  private Total total(Position position) {
    return Objects.requireNonNull(totals.positions().get(position));
  }

  private Group largest() {
    return grid.groups().stream()
        .max((a, b) -> total(a).net().compareTo(total(b).net()))
        .orElseThrow();
  }

  /** When customers of a score for recency ordered last. */
  private String days(int r) {
    List<LocalDate> cuts = snapshot.cutPoints().recency();
    return r == Scores.BEST
        ? "after " + Days.brief(cuts.get(r - 2))
        : "up to " + Days.brief(cuts.get(r - 1));
  }

  private static List<Position> positions(int r) {
    return IntStream.rangeClosed(1, Scores.BEST).mapToObj(fm -> new Position(r, fm)).toList();
  }

  private static List<String> labels(boolean down) {
    return IntStream.rangeClosed(1, Scores.BEST)
        .mapToObj(n -> Integer.toString(down ? Scores.BEST + 1 - n : n))
        .toList();
  }
}
