package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.CustomerValue;
import dev.homeport.analytics.value.CustomerValue.LifetimeValue;
import dev.homeport.analytics.value.CustomerValue.NextOrder;
import dev.homeport.analytics.value.DropOut;
import dev.homeport.analytics.value.Purchases;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer is still worth. */
@Schema(name = "CustomerValue")
record CustomerValueView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
    @Schema(description = "Today, in the tenant's zone.", examples = "2026-11-27") LocalDate asOf,
    ModelReference model,
    Bought purchases,
    @Schema(
            description =
                "That the customer has not dropped out. Absent unless dropOut is identified.",
            minimum = "0",
            maximum = "1",
            examples = "0.726572")
        Optional<Double> probabilityAlive,
    @Schema(description = "Whether the data tells drop-out from slow buying.") DropOut dropOut,
    @Schema(description = "Why there is no probabilityAlive.") Optional<String> dropOutDetail,
    Orders expectedOrders,
    @Schema(description = "Absent where hardly any order is to come.") Optional<Next> nextOrder,
    @Schema(description = "Of a day with orders. Absent where too few amounts are known.")
        Optional<Money> expectedSpend,
    @Schema(description = "Absent where too few amounts are known.")
        Optional<Lifetime> lifetimeValue) {

  /** What the model knows of the customer. Orders of one day are one. */
  @Schema(name = "PurchaseHistory")
  record Bought(
      @Schema(description = "Days with an order after the first one.", examples = "2") int repeats,
      @Schema(description = "Days from the first to the last.", examples = "213") int recencyDays,
      @Schema(description = "Days from the first to now.", examples = "272") int ageDays,
      @Schema(description = "Net amount of a repeat day on average. Absent without one.")
          Optional<Money> meanSpend) {}

  /** Days with an order that are to come. */
  @Schema(name = "ExpectedOrders")
  record Orders(
      @Schema(examples = "0.147212") double days30,
      @Schema(examples = "0.428911") double days90,
      @Schema(examples = "1.561019") double days365) {}

  /** When the next order comes, if it comes within ten years. */
  @Schema(name = "NextOrder")
  record Next(
      @Schema(description = "That it comes within ten years.", examples = "0.71")
          double probability,
      @Schema(description = "By then with 10 %, if it comes.", examples = "2026-12-06")
          LocalDate earliest,
      @Schema(description = "By then as likely as not, if it comes.", examples = "2027-02-11")
          LocalDate expected,
      @Schema(description = "By then with 90 %, if it comes.", examples = "2028-08-01")
          LocalDate latest) {

    static Next from(NextOrder next) {
      return new Next(
          Rounded.number(next.probability()), next.earliest(), next.expected(), next.latest());
    }
  }

  /** Margin of the orders to come, discounted. */
  @Schema(name = "LifetimeValue")
  record Lifetime(
      Money expected,
      @Schema(
              description =
                  "5 % of the parameters that the data might as well have led to give less. Absent"
                      + " where the likelihood is flat.")
          Optional<Money> low,
      @Schema(description = "5 % of them give more.") Optional<Money> high) {

    static Lifetime from(LifetimeValue value, Currency currency) {
      return new Lifetime(
          Rounded.money(value.expected(), currency),
          value.low().map(low -> Rounded.money(low, currency)),
          value.high().map(high -> Rounded.money(high, currency)));
    }
  }

  static CustomerValueView from(
      UUID customer,
      ValueModel model,
      Purchases purchases,
      CustomerValue value,
      LocalDate today,
      Instant now,
      Currency currency) {
    DropOut dropOut = model.fitted().dropOut();
    return new CustomerValueView(
        Ids.show("cus", customer),
        today,
        ModelReference.from(model, now),
        bought(purchases, currency),
        value.probabilityAlive().map(Rounded::number),
        dropOut,
        dropOut.identified() ? Optional.empty() : Optional.of(ModelView.detail(dropOut)),
        new Orders(
            Rounded.number(value.orders30()),
            Rounded.number(value.orders90()),
            Rounded.number(value.orders365())),
        value.next().map(Next::from),
        value.spend().map(spend -> Rounded.money(spend, currency)),
        value.lifetimeValue().map(lifetime -> Lifetime.from(lifetime, currency)));
  }

  private static Bought bought(Purchases purchases, Currency currency) {
    return new Bought(
        purchases.repeats(),
        purchases.recencyDays(),
        purchases.ageDays(),
        purchases.repeats() == 0
            ? Optional.empty()
            : Optional.of(Rounded.money(purchases.meanSpend(), currency)));
  }
}
