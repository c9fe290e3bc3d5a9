package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Prints what a tenant's orders have come to: sales by market, RFM, points outstanding. */
final class Books {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final String ROW = "  %-8s %8s %10s %8s %14s %12s %13s%n";

  private final Api api;

  Books(Api api) {
    this.api = api;
  }

  void print() {
    var summary = api.get("/v1/order-summary?by=market").required("The order summary");
    var total = summary.path("total");
    printMarkets(summary, total);
    RfmGrid.print(api, total.path("reporting").path("net"));
    printPoints(points());
  }

  private JsonNode points() {
    return Settled.of(
        () -> api.get("/v1/liability").required("The points outstanding"), _ -> false, A_MOMENT);
  }

  private static void printMarkets(JsonNode summary, JsonNode total) {
    var currency = total.path("reporting").path("net").path("currency").asText();
    System.out.println();
    System.out.printf(
        ROW, "market", "orders", "cancelled", "returns", "gross " + currency, "returned", "net");
    for (var market : summary.path("items")) {
      printMarket(market.path("key").asText(), market);
    }
    printMarket("all", total);
  }

  private static void printMarket(String name, JsonNode sums) {
    var money = sums.path("reporting");
    System.out.printf(
        ROW,
        name,
        Figures.count(sums.path("orders").asLong()),
        Figures.count(sums.path("cancelled").asLong()),
        Figures.count(sums.path("returns").asLong()),
        Figures.amount(money.path("gross")),
        Figures.amount(money.path("returned")),
        Figures.amount(money.path("net")));
  }

  private static void printPoints(JsonNode liability) {
    System.out.printf(
        "%n  points outstanding %s, held by %s members%s%n",
        Figures.count(liability.path("outstanding").asLong()),
        Figures.count(liability.path("holders").asLong()),
        debts(liability));
  }

  private static String debts(JsonNode liability) {
    long members = liability.path("overdrawers").asLong();
    return members == 0
        ? ""
        : "; %s below zero, short of %s"
            .formatted(Figures.count(members), Figures.count(liability.path("overdrawn").asLong()));
  }
}
