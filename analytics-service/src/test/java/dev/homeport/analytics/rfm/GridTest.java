package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.analytics.rfm.GridDocument.NamedArea;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

  @ParameterizedTest
  @CsvSource({"grid25,11,25", "rf10,10,25", "code125,11,125", "shopify,10,25"})
  void the_grids_that_ship_in_are_partitions(String key, int groups, int positions) {
    Grid grid = ShippedGrid.of(key);

    assertThat(grid.groups()).hasSize(groups).doesNotHaveDuplicates();
    assertThat(grid.positions()).hasSize(positions);
  }

  @Test
  void shopifys_eleven_names_are_there() {
    Grid grid = ShippedGrid.of("shopify");

    assertThat(grid.groups())
        .extracting(Group::name)
        .containsExactly(
            "Champions",
            "Loyal",
            "Active",
            "New",
            "Promising",
            "Needs attention",
            "At risk",
            "Previously loyal",
            "Almost lost",
            "Dormant");
    assertThat(grid.unscored()).hasValue(new Group("prospects", "Prospects"));
  }

  @Test
  void all_faults_are_told_at_once_each_with_its_place() {
    var document =
        new GridDocument(
            "Mine",
            3,
            Axes.R_FM,
            new Group("best", "Best"),
            List.of(
                area("best", "R3 FM2-3", "R4 FM1"),
                area("best", "R3 FM3", "r2 FM1"),
                area("not-scored", "R1-2 FM1-3", "R3-2 FM1")));

    assertThat(document.faults())
        .containsExactly(
            new GridFault("/groups/0/key", "is that of another group as well"),
            new GridFault("/groups/1/key", "is that of another group as well"),
            new GridFault("/groups/2/key", "is kept for those who have no group"),
            new GridFault("/groups/0/positions/1", "is not on a grid of 3 buckets"),
            new GridFault("/groups/1/positions/0", "holds R3 FM3, as does /groups/0/positions/0"),
            new GridFault("/groups/1/positions/1", "is not written like R3 FM3 or R1-2 FM1"),
            new GridFault("/groups/2/positions/1", "is not on a grid of 3 buckets"),
            new GridFault("/groups", "R3 FM1 belongs to no group"));
    assertThatThrownBy(() -> document.grid("mine")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"3,R_F", "10,R_F", "7,R_FM", "4,R_F_M", "10,R_F_M"})
  void a_grid_can_be_made_for_any_number_of_buckets_and_any_axes(int buckets, Axes axes) {
    String rest =
        axes == Axes.R_F_M ? " F1-%1$d M1-%1$d" : axes == Axes.R_F ? " F1-%1$d" : " FM1-%1$d";
    List<NamedArea> areas =
        IntStream.rangeClosed(1, buckets)
            .mapToObj(r -> area("r" + r, "R" + r + rest.formatted(buckets)))
            .toList();

    Grid grid = new GridDocument("By recency", buckets, axes, null, areas).grid("by-recency");

    for (int r = 1; r <= buckets; r++) {
      assertThat(grid.group(new Scores(r, buckets, 1)).key()).isEqualTo("r" + r);
    }
    assertThat(grid.positions())
        .hasSize((int) Math.pow(buckets, axes.names().size()))
        .allSatisfy(p -> assertThat(grid.group(p).key()).isEqualTo("r" + p.getFirst()));
  }

  @Test
  void totals_show_empty_groups_and_add_up() {
    var cells =
        List.of(
            new Cell(new Scores(5, 5, 5), 3, new BigDecimal("30.5")),
            new Cell(new Scores(5, 4, 4), 1, new BigDecimal("-0.25")),
            new Cell(new Scores(1, 1, 1), 4, new BigDecimal("1.75")));

    GridTotals totals = GridTotals.of(ShippedGrid.grid25(), cells);

    assertThat(totals.groups()).hasSize(11);
    assertThat(totals.groups())
        .containsEntry(
            new Group("champions", "Champions"), new GridTotals.Total(4, new BigDecimal("30.25")))
        .containsEntry(new Group("loyal", "Loyal"), new GridTotals.Total(0, BigDecimal.ZERO));
    assertThat(totals.positions()).hasSize(25);
    assertThat(totals.total()).isEqualTo(new GridTotals.Total(8, new BigDecimal("32.00")));
  }

  private static NamedArea area(String key, String... positions) {
    return new NamedArea(key, key, List.of(positions));
  }
}
