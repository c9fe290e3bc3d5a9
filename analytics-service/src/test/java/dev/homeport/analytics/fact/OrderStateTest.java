package dev.homeport.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderStateTest {
  private static final Contribution HUNDRED =
      new Contribution(new BigDecimal("100"), BigDecimal.ZERO);

  @Test
  void an_order_counts_with_what_it_is_worth() {
    OrderState order = order(false, "100", "0", List.of(line("2", "0")), Optional.of(HUNDRED));

    assertThat(order.counted()).isTrue();
    assertThat(order.contribution()).contains(HUNDRED);
  }

  @Test
  void an_order_of_nothing_counts() {
    OrderState order =
        order(false, "0", "0", List.of(line("1", "0")), Optional.of(Contribution.NONE));

    assertThat(order.counted()).isTrue();
  }

  @Test
  void a_cancelled_order_neither_counts_nor_is_worth_anything() {
    OrderState order = order(true, "100", "0", List.of(line("2", "0")), Optional.of(HUNDRED));

    assertThat(order.counted()).isFalse();
    assertThat(order.contribution()).contains(Contribution.NONE);
  }

  @Test
  void an_order_whose_money_came_back_does_not_count() {
    OrderState order =
        order(false, "100", "100.000", List.of(line("2", "1")), Optional.of(HUNDRED));

    assertThat(order.counted()).isFalse();
  }

  @Test
  void an_order_whose_goods_all_came_back_does_not_count_but_the_postage_kept_is_worth_something() {
    var kept = new Contribution(new BigDecimal("105"), new BigDecimal("100"));

    OrderState order =
        order(false, "105", "100", List.of(line("2", "2"), line("1", "1.000")), Optional.of(kept));

    assertThat(order.counted()).isFalse();
    assertThat(order.contribution()).contains(kept);
  }

  @Test
  void an_order_of_which_a_part_came_back_counts() {
    OrderState order =
        order(false, "100", "50", List.of(line("2", "2"), line("1", "0")), Optional.of(HUNDRED));

    assertThat(order.counted()).isTrue();
  }

  @Test
  void an_order_without_goods_counts() {
    OrderState order = order(false, "5", "0", List.of(), Optional.of(HUNDRED));

    assertThat(order.counted()).isTrue();
  }

  @Test
  void an_order_is_left_out_while_its_conversion_is_pending() {
    OrderState order = order(false, "100", "0", List.of(line("2", "0")), Optional.empty());

    assertThat(order.counted()).isFalse();
    assertThat(order.contribution()).isEmpty();
  }

  private static OrderState order(
      boolean cancelled,
      String total,
      String returned,
      List<Line> lines,
      Optional<Contribution> reporting) {
    return new OrderState(
        cancelled, new BigDecimal(total), new BigDecimal(returned), lines, reporting);
  }

  private static Line line(String quantity, String returned) {
    return new Line(
        "MUG-1",
        Optional.empty(),
        Optional.empty(),
        new BigDecimal(quantity),
        new BigDecimal(returned),
        BigDecimal.ONE);
  }
}
