package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.chart.HeatMap;
import dev.homeport.analytics.chart.Numbers;
import dev.homeport.analytics.chart.Picture;
import dev.homeport.analytics.report.Days;
import java.util.List;

/**
 * Migrations as a picture: where they begin from the top, where they end from the left. Who stayed
 * is counted without a shade, so that moves can be seen.
 */
final class MigrationsPicture {
  private static final String DESCRIPTION =
      "A row for each group that customers were in, a column for each group that they are in now;"
          + " how many went from one to the other is written in the cell. %s customers in all.";

  private MigrationsPicture() {}

  static Picture of(Moves moves) {
    MigrationsView view = moves.view();
    return new HeatMap(
            "From group to group, %s to %s"
                .formatted(Days.brief(view.from()), Days.brief(view.to())),
            DESCRIPTION.formatted(Numbers.whole(view.customers())),
            new HeatMap.Axis("was in", names(moves.starts())),
            new HeatMap.Axis("is in", names(moves.ends())),
            moves.starts().stream()
                .map(from -> moves.ends().stream().map(to -> cell(moves, from, to)).toList())
                .toList(),
            " customers")
        .picture();
  }

  private static HeatMap.Cell cell(Moves moves, GroupView from, GroupView to) {
    long customers = moves.count(from, to);
    boolean stayed = from.key().equals(to.key());
    String hint =
        "%s %s: %s %s"
            .formatted(
                stayed ? "Stayed in" : "From " + from.name() + " to",
                to.name(),
                Numbers.whole(customers),
                customers == 1 ? "customer" : "customers");
    return new HeatMap.Cell(
        stayed ? 0 : customers, customers == 0 ? "" : Numbers.brief((double) customers), "", hint);
  }

  private static List<String> names(List<GroupView> groups) {
    return groups.stream().map(GroupView::name).toList();
  }
}
