package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Table;
import dev.homeport.analytics.report.Table.Row;
import java.util.List;
import java.util.Optional;

/** Moves from group to group. */
final class MovesExhibit {
  /** With more groups than these a page has no room for names and numbers. */
  private static final int MOST_GROUPS = 16;

  private final Moves moves;

  private MovesExhibit(Moves moves) {
    this.moves = moves;
  }

  /** Empty when there are too many groups to read. */
  static Optional<Exhibit> of(MigrationsView view) {
    var moves = Moves.of(view);
    return moves.ends().size() > MOST_GROUPS
        ? Optional.empty()
        : Optional.of(new MovesExhibit(moves).exhibit());
  }

  private Exhibit exhibit() {
    return new Exhibit(
        "moves-groups",
        "From group to group",
        MigrationsPicture.of(moves),
        new Table(
            "Was in",
            moves.ends().stream().map(GroupView::name).toList(),
            moves.starts().stream().map(this::row).toList()));
  }

  private Row row(GroupView from) {
    List<Figure> figures =
        moves.ends().stream()
            .map(to -> moves.count(from, to))
            .map(count -> count == 0 ? Figure.none() : Figure.of(count))
            .toList();
    return new Row(from.name(), figures, false);
  }
}
