package dev.homeport.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.analytics.rfm.GridDocument.NamedArea;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void the_grid_that_ships_in_has_eleven_groups() {
    Grid grid = ShippedGrid.grid25();

    assertThat(grid.groups())
        .extracting(Group::name)
        .containsExactly(
            "Champions",
            "Loyal",
            "Potential Loyalist",
            "New",
            "Promising",
            "Needs Attention",
            "About To Sleep",
            "At Risk",
            "Can't Lose Them",
            "Hibernating",
            "Lost");
  }

  @Test
  void a_position_without_a_group_is_refused() {
    var areas = new ArrayList<>(everything());
    areas.removeLast();

    assertThatThrownBy(() -> new GridDocument("mine", areas).grid())
        .hasMessage("mine leaves positions without a group");
  }

  @Test
  void a_position_of_two_groups_is_refused() {
    var areas = new ArrayList<>(everything());
    areas.add(new NamedArea("vip", "VIP", List.of("R5 FM5")));

    assertThatThrownBy(() -> new GridDocument("mine", areas).grid())
        .hasMessageContaining("belongs to both")
        .hasMessageContaining("VIP");
  }

  @Test
  void a_position_off_the_grid_is_refused() {
    var areas = List.of(new NamedArea("a", "A", List.of("R6 FM1")));

    assertThatThrownBy(() -> new GridDocument("mine", areas).grid())
        .hasMessage("R6 FM1 is not on the grid");
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

  private static List<NamedArea> everything() {
    var areas = new ArrayList<NamedArea>();
    for (int r = 1; r <= 5; r++) {
      for (int fm = 1; fm <= 5; fm++) {
        String position = "R%d FM%d".formatted(r, fm);
        areas.add(new NamedArea(position, position, List.of(position)));
      }
    }
    return areas;
  }
}
