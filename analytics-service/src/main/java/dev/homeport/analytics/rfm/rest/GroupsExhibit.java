package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.GridTotals;
import dev.homeport.analytics.rfm.GridTotals.Total;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Snapshot;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** How many customers there are in each group, and what they bring. */
final class GroupsExhibit {
  private static final String TITLE = "Groups: how many customers, and what they bring";

  private final Grid grid;
  private final GridTotals totals;
  private final Total whole;
  private final Currency currency;

  private GroupsExhibit(Snapshot snapshot, Grid grid, Currency currency) {
    this.grid = grid;
    this.totals = GridTotals.of(grid, snapshot.cells());
    this.whole = totals.total();
    this.currency = currency;
  }

  static Exhibit of(Snapshot snapshot, Grid grid, Currency currency) {
    return new GroupsExhibit(snapshot, grid, currency).exhibit();
  }

  private Exhibit exhibit() {
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
    String description =
        "For each group its share of all customers and its share of the net amount. "
            + "%s brings most: %s.".formatted(first.name(), shareOfNet(total(first)).text());
    return new Exhibit(
        "groups-shares",
        TITLE,
        new Bars(TITLE, description, List.of("share of customers", "share of net"), bars).picture(),
        new Table("Group", List.of("Customers", "Share", "Net", "Share of net"), rows));
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

  private Figure shareOfNet(Total total) {
    return whole.net().signum() > 0
        ? Figure.percent(total.net().doubleValue() / whole.net().doubleValue())
        : Figure.none();
  }

  private Total total(Group group) {
    return Objects.requireNonNull(totals.groups().get(group));
  }

  private Group largest() {
    return grid.groups().stream()
        .max((a, b) -> total(a).net().compareTo(total(b).net()))
        .orElseThrow();
  }
}
