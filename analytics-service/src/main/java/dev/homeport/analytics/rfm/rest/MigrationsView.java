package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Migrations;
import dev.homeport.analytics.rfm.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who went from which group to which. */
@Schema(
    name = "RfmMigrations",
    description = "The moves add up to all customers who had ordered by the end of the last day.")
record MigrationsView(
    @Schema(examples = "2011-11-09") LocalDate from,
    @Schema(examples = "2011-12-09") LocalDate to,
    @Schema(examples = "default") String scoring,
    @Schema(examples = "grid25") String grid,
    @Schema(examples = "4339") long customers,
    @Schema(
            description =
                "What moves begin and end with, in the order of the grid: its groups,"
                    + " `not-yet-a-customer` and `not-scored`.",
            maxItems = GridBody.MOST_GROUPS + 2)
        List<GroupView> groups,
    @Schema(
            description =
                "Those that somebody made; staying is one too. Sorted by where they begin, then by"
                    + " where they end.",
            maxItems = 2_704)
        List<Move> moves) {

  static final String EXAMPLE =
      """
      {"from": "2011-11-09", "to": "2011-12-09", "scoring": "default", "grid": "three-by-three",
       "customers": 4339,
       "groups": [{"key": "best", "name": "Best"}, {"key": "new", "name": "New"},
        {"key": "steady", "name": "Steady"}, {"key": "lost", "name": "Lost"},
        {"key": "not-yet-a-customer", "name": "Not yet a customer"},
        {"key": "not-scored", "name": "Not scored"}],
       "moves": [{"from": "best", "to": "best", "customers": 1210},
        {"from": "best", "to": "steady", "customers": 3129}]}""";

  /** From one group to one. */
  @Schema(name = "RfmMove")
  record Move(
      @Schema(description = "Key of a group.", examples = "best") String from,
      @Schema(description = "Key of a group.", examples = "steady") String to,
      @Schema(examples = "3129") long customers) {}

  static MigrationsView of(Migrations migrations, Scheme scheme, Between.Days days) {
    var groups = new ArrayList<GroupView>();
    scheme.grid().groups().forEach(group -> groups.add(GroupView.from(group)));
    groups.add(new GroupView(Grid.NOT_YET, "Not yet a customer"));
    groups.add(
        new GroupView(
            Grid.NOT_SCORED, scheme.grid().unscored().map(g -> g.name()).orElse("Not scored")));
    return new MigrationsView(
        days.first(),
        days.last(),
        scheme.scoring().key(),
        scheme.grid().key(),
        migrations.customers(),
        groups,
        migrations.moves().stream()
            .map(move -> new Move(move.from(), move.to(), move.customers()))
            .toList());
  }
}
