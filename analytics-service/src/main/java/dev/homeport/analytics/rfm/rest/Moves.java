package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Migrations set out as a table.
 *
 * @param starts the groups of the grid, and of those beside it the ones from which somebody came
 * @param ends likewise, to which somebody came
 */
record Moves(
    MigrationsView view,
    List<GroupView> starts,
    List<GroupView> ends,
    Map<String, Map<String, Long>> counts) {
  private static final Set<String> BESIDE = Set.of(Grid.NOT_YET, Grid.NOT_SCORED);

  static Moves of(MigrationsView view) {
    var counts = new HashMap<String, Map<String, Long>>();
    view.moves()
        .forEach(
            move ->
                counts
                    .computeIfAbsent(move.from(), _ -> new HashMap<>())
                    .put(move.to(), move.customers()));
    Set<String> ends =
        view.moves().stream().map(MigrationsView.Move::to).collect(Collectors.toSet());
    return new Moves(view, groups(view, counts.keySet()), groups(view, ends), counts);
  }

  long count(GroupView from, GroupView to) {
    return counts.getOrDefault(from.key(), Map.of()).getOrDefault(to.key(), 0L);
  }

  private static List<GroupView> groups(MigrationsView view, Set<String> occurring) {
    return view.groups().stream()
        .filter(group -> !BESIDE.contains(group.key()) || occurring.contains(group.key()))
        .toList();
  }
}
