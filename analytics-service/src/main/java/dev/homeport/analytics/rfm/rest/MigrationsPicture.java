package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.rest.HeatMap.Field;
import dev.homeport.analytics.rfm.rest.HeatMap.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Migrations as a picture: where they begin from the top, where they end from the left. */
final class MigrationsPicture {
  private static final int WIDTH = 112;

  private MigrationsPicture() {}

  static String of(MigrationsView view) {
    Map<String, Map<String, Long>> moves = new HashMap<>();
    view.moves()
        .forEach(
            move ->
                moves
                    .computeIfAbsent(move.from(), _ -> new HashMap<>())
                    .put(move.to(), move.customers()));
    List<GroupView> ends =
        view.groups().stream().filter(group -> !group.key().equals(Grid.NOT_YET)).toList();
    return new HeatMap(
            "From group to group, %s to %s".formatted(view.from(), view.to()),
            "%d customers; rows are groups on %s, columns groups on %s."
                .formatted(view.customers(), view.from(), view.to()),
            ends.stream().map(GroupView::name).toList(),
            view.groups().stream()
                .map(
                    from ->
                        new Row(
                            from.name(),
                            ends.stream()
                                .map(
                                    to ->
                                        field(
                                            from,
                                            to,
                                            moves
                                                .getOrDefault(from.key(), Map.of())
                                                .getOrDefault(to.key(), 0L)))
                                .toList()))
                .toList(),
            WIDTH)
        .svg();
  }

  private static Field field(GroupView from, GroupView to, long customers) {
    return new Field(
        customers, "", "From %s to %s: %d customers".formatted(from.name(), to.name(), customers));
  }
}
