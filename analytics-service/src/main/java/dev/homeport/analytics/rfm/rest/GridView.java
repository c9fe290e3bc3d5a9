package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.GridTotals;
import dev.homeport.analytics.rfm.GridTotals.Total;
import dev.homeport.analytics.rfm.Group;
import dev.homeport.analytics.rfm.Snapshot;
import dev.homeport.analytics.rfm.rest.Viewpoints.Viewpoint;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    @Schema(description = "Every group of the grid.", maxItems = GridBody.MOST_GROUPS)
        List<GroupTotal> groups,
    @Schema(description = "Every cell, from the lowest scores on.", maxItems = 1_000)
        List<CellTotal> cells,
    @Schema(
            description =
                "Who is known and has no order that counts; absent for a grid that has no name for"
                    + " them, and for a past day.")
        Optional<Unscored> unscored,
    @Schema(description = "When the customers were looked at.") Instant computedAt) {
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
      @Schema(minimum = "1", maximum = "10", examples = "5") int r,
      @Schema(description = "Where it is an axis.", minimum = "1", maximum = "10")
          @Nullable Integer f,
      @Schema(description = "Where it is an axis.", minimum = "1", maximum = "10")
          @Nullable Integer m,
      @Schema(description = "Where it is an axis.", minimum = "1", maximum = "10", examples = "4")
          @Nullable Integer fm,
      @Schema(description = "Key of the group.", examples = "champions") String group,
      @Schema(examples = "310") long customers,
      Money net) {}

  /** Those who are in no group. */
  @Schema(name = "RfmUnscoredTotal")
  record Unscored(
      @Schema(examples = "prospects") String key,
      @Schema(examples = "Prospects") String name,
      @Schema(examples = "73") long customers) {}

  static GridView from(Snapshot snapshot, Viewpoint viewpoint, Optional<Unscored> unscored) {
    Grid grid = viewpoint.scheme().grid();
    Currency currency = viewpoint.currency();
    GridTotals totals = GridTotals.of(grid, snapshot.cells());
    Total whole = totals.total();
    return new GridView(
        viewpoint.asOf(),
        viewpoint.scheme().scoring().key(),
        grid.key(),
        whole.customers(),
        new Money(whole.net(), currency),
        totals.groups().entrySet().stream().map(e -> group(e, whole, currency)).toList(),
        totals.positions().entrySet().stream().map(e -> cell(e, grid, currency)).toList(),
        unscored,
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
      Map.Entry<List<Integer>, Total> entry, Grid grid, Currency currency) {
    List<Integer> position = entry.getKey();
    List<String> axes = grid.axes().names();
    Total total = entry.getValue();
    return new CellTotal(
        position.getFirst(),
        along("F", axes, position),
        along("M", axes, position),
        along("FM", axes, position),
        grid.group(position).key(),
        total.customers(),
        new Money(total.net(), currency));
  }

  private static @Nullable Integer along(String axis, List<String> axes, List<Integer> position) {
    int index = axes.indexOf(axis);
    return index < 0 ? null : position.get(index);
  }
}
