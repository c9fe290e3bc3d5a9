package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.rest.AcquisitionView.RowView;
import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.platform.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels side by side: what a customer cost there, and what one has brought. */
final class ChannelsExhibit {
  private static final String TITLE = "A new customer by channel: cost, and what came back so far";
  private static final String WITHOUT_COST = "A new customer by channel: what came so far";
  private static final String DESCRIPTION =
      "For each channel what it cost to win a customer, where that is known, and what a customer has"
          + " brought so far, net of returns.";

  private ChannelsExhibit() {}

  static Exhibit of(AcquisitionView view) {
    boolean costs = view.rows().stream().anyMatch(row -> row.economics().cac() != null);
    var rows = new ArrayList<Row>();
    view.rows().forEach(row -> rows.add(row(name(row), row.economics(), costs, false)));
    rows.add(row("All", view.total(), costs, true));
    String title = costs ? TITLE : WITHOUT_COST;
    return new Exhibit(
        "acquisition-channels",
        title,
        new Bars(
                title,
                DESCRIPTION,
                costs ? List.of("cost", "brought so far") : List.of("brought so far"),
                view.rows().stream().map(row -> bar(row, costs)).toList())
            .picture(),
        new Table(
            "Channel",
            costs
                ? List.of("Won", "Brought each", "Cost each", "Times the cost", "Months to earn it")
                : List.of("Won", "Brought each"),
            rows));
  }

  private static String name(RowView row) {
    return row.channel() == null ? "Unknown" : row.channel();
  }

  private static Bars.Row bar(RowView row, boolean costs) {
    Bars.Value brought = value(row.economics().netPerCustomer());
    return new Bars.Row(
        name(row), costs ? List.of(value(row.economics().cac()), brought) : List.of(brought));
  }

  private static Bars.Value value(@Nullable Money money) {
    return money == null
        ? new Bars.Value(0, Figure.none().text())
        : new Bars.Value(
            money.amount().doubleValue(), Numbers.briefMoney(money.amount(), money.currency()));
  }

  /** The months are those until a customer had brought the cost. */
  private static Row row(String name, EconomicsView of, boolean costs, boolean total) {
    var figures = new ArrayList<>(List.of(Figure.of(of.customers()), money(of.netPerCustomer())));
    if (costs) {
      Double ratio = of.ltvToCac();
      Integer months = of.paybackMonths();
      figures.add(money(of.cac()));
      figures.add(ratio == null ? Figure.none() : Figure.ratio(ratio));
      figures.add(months == null ? Figure.none() : Figure.of(months));
    }
    return new Row(name, figures, total);
  }

  private static Figure money(@Nullable Money money) {
    return money == null ? Figure.none() : Figure.money(money.amount(), money.currency());
  }
}
