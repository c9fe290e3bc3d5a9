package dev.homeport.order.order;

import static dev.homeport.order.order.Samples.CLOCK;
import static dev.homeport.order.order.Samples.back;
import static dev.homeport.order.order.Samples.line;
import static dev.homeport.order.order.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {
  private static final Cancellation CANCELLATION = new Cancellation(CLOCK.instant(), "why");

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"PLACED", "PAID", "SHIPPED"})
  void anOrderCanBeCancelledUntilItHasArrived(OrderStatus status) {
    var decision = order(status, line(1, "1", "5")).cancel(CANCELLATION, CLOCK);

    assertThat(decision).isInstanceOf(CancellationDecision.Done.class);
    assertThat(((CancellationDecision.Done) decision).order().state())
        .isEqualTo(new OrderState.Cancelled());
  }

  @Test
  void aDeliveredOrderCannotBeCancelled() {
    assertThat(order(OrderStatus.DELIVERED, line(1, "1", "5")).cancel(CANCELLATION, CLOCK))
        .isEqualTo(new CancellationDecision.NotCancellable(new OrderState.Delivered()));
  }

  @Test
  void cancellingTwiceChangesNothing() {
    Order cancelled = order(OrderStatus.CANCELLED, line(1, "1", "5"));

    assertThat(cancelled.cancel(CANCELLATION, CLOCK))
        .isEqualTo(new CancellationDecision.Already(cancelled));
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"PLACED", "CANCELLED"})
  void nothingComesBackBeforePaymentOrAfterCancellation(OrderStatus status) {
    assertThat(order(status, line(1, "1", "5")).giveBack(back("R-1", 1, "1", "5"), CLOCK))
        .isInstanceOf(ReturnDecision.NotReturnable.class);
  }

  @Test
  void partialReturnsAddUpToTheLine() {
    Order order = order(OrderStatus.PAID, line(1, "2", "5"));

    Order once = recorded(order, back("R-1", 1, "0.5", "2.5"));
    Order twice = recorded(once, back("R-2", 1, "1.5", "7.5"));

    assertThat(twice.returnedQuantity(1)).isEqualByComparingTo("2");
    assertThat(twice.returned()).isEqualByComparingTo(twice.total());
  }

  @Test
  void neverMoreComesBackThanWasBought() {
    Order once = recorded(order(OrderStatus.PAID, line(1, "2", "5")), back("R-1", 1, "1", "5"));

    assertThat(once.giveBack(back("R-2", 1, "1.001", "5"), CLOCK))
        .isEqualTo(new ReturnDecision.TooMany(0, 1, BigDecimal.ONE));
    assertThat(once.giveBack(back("R-2", 1, "1", "5.01"), CLOCK))
        .isEqualTo(new ReturnDecision.TooMuch(new BigDecimal("5")));
    assertThat(once.giveBack(back("R-2", 7, "1", "5"), CLOCK))
        .isEqualTo(new ReturnDecision.NoSuchLine(0, 7));
  }

  @Test
  void aLineThatIsNamedTwiceInAReturnCountsTwice() {
    var half = new LineReturn.ReturnedLine(1, new BigDecimal("0.6"));
    LineReturn once = back("R-1", 1, "1", "5");
    var twice =
        new LineReturn(
            once.id(), "R-1", once.returnedAt(), once.amount(), null, List.of(half, half));

    assertThat(order(OrderStatus.PAID, line(1, "1", "5")).giveBack(twice, CLOCK))
        .isEqualTo(new ReturnDecision.TooMany(1, 1, BigDecimal.ONE));
  }

  @Test
  void theSameReturnCountsOnce() {
    Order once = recorded(order(OrderStatus.PAID, line(1, "2", "5")), back("R-1", 1, "1", "5"));

    assertThat(once.giveBack(back("R-1", 1, "1.0", "5.00"), CLOCK))
        .isEqualTo(new ReturnDecision.Known(once, once.returns().getFirst()));
    assertThat(once.giveBack(back("R-1", 1, "1", "4"), CLOCK))
        .isInstanceOf(ReturnDecision.Conflict.class);
  }

  private static Order recorded(Order order, LineReturn back) {
    return ((ReturnDecision.Recorded) order.giveBack(back, CLOCK)).order();
  }
}
