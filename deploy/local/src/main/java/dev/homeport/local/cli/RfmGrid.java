package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.locks.LockSupport;

/** Prints how the customers spread over recency and over frequency and money. */
final class RfmGrid {

  private static final String PATH = "/v1/rfm/grid";
  private static final long PAUSE_NANOS = 1_000_000_000;
  private static final int LOOKS = 120;
  private static final int STEPS = 5;
  private static final double PERCENT = 100;

  private RfmGrid() {}

  static void print(Api api) {
    var grid = settled(api);
    System.out.printf(
        "%n%d customers, net %s %s. Customers by recency (R) and by frequency and money (FM):%n%n",
        grid.path("customers").asLong(),
        grid.path("net").path("amount").asText(),
        grid.path("net").path("currency").asText());
    System.out.print(cells(grid.path("cells")));
    System.out.println();
    for (var group : grid.path("groups")) {
      System.out.printf(
          "  %-24s %8d  %5.1f %%  %16s%n",
          group.path("name").asText(),
          group.path("customers").asLong(),
          group.path("share").asDouble() * PERCENT,
          group.path("net").path("amount").asText());
    }
  }

  /** Scores follow the orders through Kafka: the grid of when they stopped coming. */
  private static JsonNode settled(Api api) {
    var grid = api.get(PATH).required("The RFM grid");
    for (int look = 0; look < LOOKS; look++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      var next = api.get(PATH).required("The RFM grid");
      if (next.path("customers").asLong() > 0 && next.path("net").equals(grid.path("net"))) {
        return next;
      }
      grid = next;
    }
    return grid;
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
        table.append("%10d".formatted(counts[r][fm]));
      }
    }
    return table.append(System.lineSeparator()).toString();
  }
}
