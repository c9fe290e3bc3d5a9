package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Sales;
import dev.homeport.analytics.cohort.Scope;
import dev.homeport.platform.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Customers and sales by where or when. */
@Schema(name = "SalesSummary")
record SalesView(
    Sales.Axis by,
    @Schema(description = "The first day.", examples = "2010-12-01") LocalDate from,
    @Schema(description = "The last day.", examples = "2011-12-09") LocalDate to,
    @Schema(maxItems = 1_000) List<Item> items) {

  static final String EXAMPLE =
      """
      {"by": "country", "from": "2010-12-01", "to": "2011-12-09", "items": [
       {"key": "DE", "customers": 94, "orders": 457,
        "gross": {"amount": "228867.14", "currency": "GBP"},
        "returned": {"amount": "7168.93", "currency": "GBP"},
        "net": {"amount": "221698.21", "currency": "GBP"}}]}""";

  /** One country, market, channel or month. */
  @Schema(name = "SalesSummaryItem")
  record Item(
      @Schema(description = "Its code; of a month year and month.", examples = "DE") String key,
      @Schema(description = "With an order that counts.", examples = "94") long customers,
      @Schema(description = "That count.", examples = "457") long orders,
      Money gross,
      Money returned,
      Money net) {

    private static Item from(Sales sales, Currency currency) {
      return new Item(
          sales.key(),
          sales.customers(),
          sales.orders(),
          new Money(sales.gross(), currency),
          new Money(sales.returned(), currency),
          new Money(sales.gross().subtract(sales.returned()), currency));
    }
  }

  static SalesView from(Sales.Axis by, Scope scope, List<Sales> sales, Currency currency) {
    return new SalesView(
        by, scope.from(), scope.to(), sales.stream().map(one -> Item.from(one, currency)).toList());
  }
}
