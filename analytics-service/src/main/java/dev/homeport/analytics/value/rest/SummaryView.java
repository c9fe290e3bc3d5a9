package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.DropOut;
import dev.homeport.analytics.value.Summary;
import dev.homeport.analytics.value.Summary.Spread;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What all customers together are still worth. */
@Schema(name = "ValueSummary")
record SummaryView(
    @Schema(description = "Today, in the tenant's zone.", examples = "2026-11-27") LocalDate asOf,
    ModelReference model,
    @Schema(description = "Customers with an order that counts.", examples = "2357") long customers,
    DropOut dropOut,
    @Schema(
            description =
                "Expected number of customers who have not dropped out. Absent unless dropOut is"
                    + " identified.",
            examples = "1431.271")
        Optional<Double> customersAlive,
    @Schema(
            description =
                "Customers by the probability that they have not dropped out: to 0.1, to 0.2 and so"
                    + " on. Empty unless dropOut is identified.",
            maxItems = 10)
        List<TenthView> probabilityAlive,
    CustomerValueView.Orders expectedOrders,
    @Schema(description = "Absent where too few amounts are known.")
        Optional<Values> lifetimeValue) {

  /** A tenth of the range from 0 to 1. */
  @Schema(name = "ProbabilityTenth")
  record TenthView(
      @Schema(examples = "0.9") double from,
      @Schema(examples = "1") double to,
      @Schema(examples = "512") long customers) {}

  /** How lifetime values spread. */
  @Schema(name = "LifetimeValues")
  record Values(
      Money total,
      Money mean,
      @Schema(
              description = "Least, 10 %, 20 % to 90 %, greatest. Empty without customers.",
              maxItems = 11)
          List<Money> quantiles,
      @Schema(
              description = "What the tenth of customers worth most has of the total, 0 to 1.",
              examples = "0.412")
          double topTenthShare) {

    static Values from(Spread spread, Currency currency) {
      return new Values(
          Rounded.money(spread.total(), currency),
          Rounded.money(spread.mean(), currency),
          spread.quantiles().stream().map(value -> Rounded.money(value, currency)).toList(),
          Rounded.number(spread.topTenthShare()));
    }
  }

  static SummaryView from(ValueModel model, Summary summary, Instant now, Currency currency) {
    return new SummaryView(
        summary.asOf(),
        ModelReference.from(model, now),
        summary.customers(),
        model.fitted().dropOut(),
        summary.alive().map(Rounded::number),
        tenths(summary.aliveByTenth()),
        new CustomerValueView.Orders(
            Rounded.number(summary.orders30()),
            Rounded.number(summary.orders90()),
            Rounded.number(summary.orders365())),
        summary.value().map(spread -> Values.from(spread, currency)));
  }

  private static List<TenthView> tenths(List<Long> counts) {
    return IntStream.range(0, counts.size())
        .mapToObj(i -> new TenthView(i / 10.0, (i + 1) / 10.0, counts.get(i)))
        .toList();
  }
}
