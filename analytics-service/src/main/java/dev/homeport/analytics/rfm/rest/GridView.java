package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.GridTotals;
import dev.homeport.analytics.rfm.GridTotals.Total;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How all customers spread over a grid. */
@Schema(
    name = "RfmGrid",
    description = "The groups add up to the whole exactly, and so do the cells.")
record GridView(
    @Schema(description = "The day that was asked for, or today.", examples = "2011-12-10")
        LocalDate asOf,
    @Schema(description = "Whose scores, and of which time.", examples = "default") String scoring,
    @Schema(description = "How scores make groups.", examples = "grid25") String grid,
    @Schema(description = "Customers with an order that counts.", examples = "4339") long customers,
    @Schema(description = "What they are worth together.") Money net,
    @Schema(description = "Every group of the grid.", maxItems = 25) List<GroupTotal> groups,
    @Schema(description = "Every cell, from R1 FM1 on.", maxItems = 25) List<CellTotal> cells,
    @Schema(description = "When the customers were looked at.") Instant computedAt) {
  private static final String SCORING = "default";

  /** One group. */
  @Schema(name = "RfmGroupTotal")
  record GroupTotal(
      @Schema(examples = "champions") String key,
      @Schema(examples = "Champions") String name,
      @Schema(examples = "598") long customers,
      @Schema(description = "Of all customers, 0 to 1.", examples = "0.13782") double share,
      Money net) {}

  /** One cell. */
  @Schema(name = "RfmCellTotal")
  record CellTotal(
      @Schema(minimum = "1", maximum = "5", examples = "5") int r,
      @Schema(minimum = "1", maximum = "5", examples = "4") int fm,
      @Schema(description = "Key of the group.", examples = "champions") String group,
      @Schema(examples = "310") long customers,
      Money net) {}

  static GridView from(Snapshot snapshot, LocalDate asOf, Grid grid, Currency currency) {
    GridTotals totals = GridTotals.of(grid, snapshot.cells());
    Total whole = totals.total();
    return new GridView(
        asOf,
        SCORING,
        grid.key(),
        whole.customers(),
        new Money(whole.net(), currency),
        totals.groups().entrySet().stream().map(e -> group(e, whole, currency)).toList(),
        totals.positions().entrySet().stream().map(e -> cell(e, grid, currency)).toList(),
        snapshot.computedAt());
  }

  private static GroupTotal group(Map.Entry<Group, Total> entry, Total whole, Currency currency) {
    Group group = entry.getKey();
    Total total = entry.getValue();
    return new GroupTotal(
        group.key(),
        group.name(),
        total.customers(),
        total.shareOf(whole),
        new Money(total.net(), currency));
  }

  private static CellTotal cell(
      Map.Entry<Grid.Position, Total> entry, Grid grid, Currency currency) {
    Grid.Position position = entry.getKey();
    Total total = entry.getValue();
    return new CellTotal(
        position.r(),
        position.fm(),
        grid.group(position).key(),
        total.customers(),
        new Money(total.net(), currency));
  }
}
