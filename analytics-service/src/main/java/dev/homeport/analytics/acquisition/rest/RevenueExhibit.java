package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.rest.RevenueView.MonthView;
import dev.homeport.analytics.chart.Lines;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.platform.money.Money;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** Month by month: what new customers brought, and what those did who had bought before. */
final class RevenueExhibit {
  private static final String TITLE = "Where the revenue of a month came from";
  private static final String DESCRIPTION =
      "Two lines by month: what was ordered on the day of a first order, and everything else, net"
          + " of returns.";

  private RevenueExhibit() {}

  static Exhibit of(RevenueView view, Currency currency) {
    List<MonthView> months = view.months();
    return new Exhibit(
        "acquisition-revenue",
        TITLE,
        new Lines(
                TITLE,
                DESCRIPTION,
                "month",
                "net, " + currency.getCurrencyCode(),
                months.stream().map(month -> Days.brief(YearMonth.parse(month.month()))).toList(),
                List.of(
                    series("Came before", months, MonthView::retainedNet),
                    series("New", months, MonthView::acquiredNet)))
            .picture(),
        new Table(
            "Month",
            List.of("New", "Came before", "Brought by new", "By the others"),
            months.stream().map(RevenueExhibit::row).toList()));
  }

  private static Lines.Series series(
      String name, List<MonthView> months, Function<MonthView, Money> amount) {
    return new Lines.Series(
        name,
        months.stream()
            .map(amount)
            .map(
                money ->
                    new Lines.Value(
                        money.amount().doubleValue(),
                        Numbers.money(money.amount(), money.currency())))
            .toList());
  }

  private static Row row(MonthView month) {
    return Row.of(
        Days.brief(YearMonth.parse(month.month())),
        Figure.of(month.customersWon()),
        Figure.of(month.customersReturning()),
        money(month.acquiredNet()),
        money(month.retainedNet()));
  }

  private static Figure money(Money money) {
    return Figure.wholeMoney(money.amount(), money.currency());
  }
}
