package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.chart.Bars;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.value.rest.SummaryView.TenthView;
import dev.homeport.platform.money.Money;
import java.util.List;
import java.util.stream.IntStream;

/** How values and probabilities spread over the customers. */
final class ValueExhibits {
  private static final String LIFETIME = "What single customers are still worth";
  private static final String ALIVE = "How surely they are still customers";

  private ValueExhibits() {}

  /** Tenths of all customers, without the least and the greatest value of all. */
  static Exhibit lifetime(SummaryView.Values values) {
    List<Integer> tenths = IntStream.range(1, values.quantiles().size() - 1).boxed().toList();
    return new Exhibit(
        "value-lifetime",
        LIFETIME,
        new Bars(
                LIFETIME,
                "Customers in the order of their value: nine of ten are worth at most the last"
                    + " amount, and one of ten at most the first.",
                List.of("worth at most"),
                tenths.stream()
                    .map(
                        i -> {
                          Money value = values.quantiles().get(i);
                          return new Bars.Row(
                              share(i),
                              List.of(
                                  new Bars.Value(
                                      value.amount().doubleValue(),
                                      Numbers.briefMoney(value.amount(), value.currency()))));
                        })
                    .toList())
            .picture(),
        new Table(
            "Of all customers",
            List.of("are worth at most"),
            tenths.stream()
                .map(
                    i -> {
                      Money value = values.quantiles().get(i);
                      return Row.of(share(i), Figure.money(value.amount(), value.currency()));
                    })
                .toList()));
  }

  /** Customers by the probability that they have not dropped out. */
  static Exhibit alive(List<TenthView> tenths) {
    return new Exhibit(
        "value-alive",
        ALIVE,
        new Bars(
                ALIVE,
                "How many customers have which probability of still being one, in steps of ten"
                    + " percent.",
                List.of("customers"),
                tenths.stream()
                    .map(
                        tenth ->
                            new Bars.Row(
                                range(tenth),
                                List.of(
                                    new Bars.Value(
                                        (double) tenth.customers(),
                                        Numbers.brief((double) tenth.customers())))))
                    .toList())
            .picture(),
        new Table(
            "Probability",
            List.of("Customers"),
            tenths.stream()
                .map(tenth -> Row.of(range(tenth), Figure.of(tenth.customers())))
                .toList()));
  }

  private static String share(int tenth) {
    return tenth * 10 + "%";
  }

  private static String range(TenthView tenth) {
    return Math.round(100 * tenth.from()) + " to " + Math.round(100 * tenth.to()) + "%";
  }
}
