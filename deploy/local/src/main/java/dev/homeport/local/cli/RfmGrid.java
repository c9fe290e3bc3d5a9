package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Prints how the customers spread over recency and over frequency and money. */
final class RfmGrid {

  private static final String PATH = "/v1/rfm/grid";
  private static final Duration LONGER_THAN_A_REFRESH = Duration.ofSeconds(8);
  private static final int STEPS = 5;
  private static final double PERCENT = 100;

  private RfmGrid() {}

  /**
   * @param net what all orders are worth; scores follow them through Kafka
   */
  static void print(Api api, JsonNode net) {
    var grid = settled(api, net);
    var currency = grid.path("net").path("currency").asText();
    System.out.printf(
        "%n%s customers by recency (R 5: bought last) and frequency and money (FM 5: most)%n%n",
        Figures.count(grid.path("customers").asLong()));
    System.out.print(cells(grid.path("cells")));
    System.out.printf(
        "%n  %-24s %10s %9s %18s%n", "group", "customers", "share", "net " + currency);
    for (var group : grid.path("groups")) {
      System.out.printf(
          "  %-24s %10s %7.1f %% %18s%n",
          group.path("name").asText(),
          Figures.count(group.path("customers").asLong()),
          group.path("share").asDouble() * PERCENT,
          Figures.amount(group.path("net")));
    }
  }

  /**
   * The grid in which every order counts. Buyers who gave everything back are in no grid, so what
   * they paid for shipping can be missing: then the one that has stopped changing.
   */
  private static JsonNode settled(Api api, JsonNode net) {
    return Settled.of(
        () -> api.get(PATH).required("The RFM grid"),
        grid -> grid.path("net").equals(net),
        LONGER_THAN_A_REFRESH);
  }

  static String cells(JsonNode cells) {
    var counts = new long[STEPS + 1][STEPS + 1];
    for (var cell : cells) {
      counts[cell.path("r").asInt()][cell.path("fm").asInt()] = cell.path("customers").asLong();
    }
    var table = new StringBuilder("      ");
    for (int fm = 1; fm <= STEPS; fm++) {
      table.append("%10s".formatted("FM " + fm));
    }
    for (int r = STEPS; r >= 1; r--) {
      table.append("%n  R %d ".formatted(r));
      for (int fm = 1; fm <= STEPS; fm++) {
        table.append("%10s".formatted(Figures.count(counts[r][fm])));
      }
    }
    return table.append(System.lineSeparator()).toString();
  }
}
