package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import dev.homeport.analytics.rfm.Grid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Moves from group to group. */
final class MovesExhibit {
  private static final String TITLE = "From group to group";
  private static final String DESCRIPTION =
      "A row for each group that customers were in, a column for each group that they are in now;"
          + " how many went from one to the other is written in the cell.";

  private final MigrationsView view;
  private final Map<String, Long> customers = new HashMap<>();

  private MovesExhibit(MigrationsView view) {
    this.view = view;
    view.moves().forEach(move -> customers.put(way(move.from(), move.to()), move.customers()));
  }

  static Exhibit of(MigrationsView view) {
    return new MovesExhibit(view).exhibit();
  }

  private Exhibit exhibit() {
    List<GroupView> ends =
        groups(view.moves().stream().map(MigrationsView.Move::to))
            .filter(group -> !group.key().equals(Grid.NOT_YET))
            .toList();
    List<GroupView> starts = groups(view.moves().stream().map(MigrationsView.Move::from)).toList();
    return new Exhibit(
        "moves-groups",
        TITLE,
        new HeatMap(
                TITLE,
                DESCRIPTION,
                new HeatMap.Axis("was in", starts.stream().map(GroupView::name).toList()),
                new HeatMap.Axis("is in", ends.stream().map(GroupView::name).toList()),
                starts.stream()
                    .map(from -> ends.stream().map(to -> cell(from, to)).toList())
                    .toList(),
                " customers")
            .picture(),
        new Table(
            "Was in",
            ends.stream().map(GroupView::name).toList(),
            starts.stream().map(from -> row(from, ends)).toList()));
  }

  /** The groups of the grid, and beside them those that occur. */
  private Stream<GroupView> groups(Stream<String> occurring) {
    List<String> keys = occurring.toList();
    return view.groups().stream()
        .filter(
            group ->
                !group.key().equals(Grid.NOT_YET) && !group.key().equals(Grid.NOT_SCORED)
                    || keys.contains(group.key()));
  }

  private Row row(GroupView from, List<GroupView> ends) {
    return new Row(
        from.name(),
        ends.stream()
            .map(to -> count(from, to))
            .map(count -> count == 0 ? Figure.none() : Figure.of(count))
            .toList(),
        false);
  }

  private HeatMap.Cell cell(GroupView from, GroupView to) {
    double count = count(from, to);
    boolean stayed = from.key().equals(to.key());
    String hint =
        "%s %s: %s"
            .formatted(
                stayed ? "Stayed in" : "From " + from.name() + " to",
                to.name(),
                Figure.of(count(from, to), "customer", "customers").text());
    return new HeatMap.Cell(
        stayed ? 0 : count, count == 0 ? "" : Numbers.brief(count), "", hint);
  }

  private long count(GroupView from, GroupView to) {
    return customers.getOrDefault(way(from.key(), to.key()), 0L);
  }

  private static String way(String from, String to) {
    return from + ' ' + to;
  }
}
