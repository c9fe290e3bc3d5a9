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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {
  private static final Recorded RECORDED = new Recorded(CLOCK.instant(), "somebody");

  private static Step step(StepKind kind, int secondsLater) {
    return Step.of(kind, Samples.PLACED.plusSeconds(secondsLater), RECORDED);
  }

  private static Order done(Order order, StepKind kind, int secondsLater) {
    return ((StepDecision.Done) order.step(step(kind, secondsLater), CLOCK)).order();
  }

  @ParameterizedTest
  @CsvSource({
    "PLACED,PAYMENT SHIPMENT DELIVERY CANCELLATION",
    "PAID,SHIPMENT DELIVERY CANCELLATION",
    "SHIPPED,DELIVERY CANCELLATION",
    "DELIVERED,''",
  })
  void aStepIsLegalWhereTheStateIsOfItsType(OrderStatus status, String legal) {
    Order order = order(status, line(1, "1", "5"));
    for (StepKind kind : StepKind.values()) {
      StepDecision decision = order.step(step(kind, 60), CLOCK);
      if (legal.contains(kind.name())) {
        assertThat(((StepDecision.Done) decision).order().state().status())
            .isEqualTo(kind.reaches());
      } else {
        assertThat(decision).isEqualTo(new StepDecision.Illegal(OrderState.of(status)));
      }
    }
  }

  @Test
  void nothingFollowsACancellationAndCancellingTwiceChangesNothing() {
    Order cancelled = order(OrderStatus.CANCELLED, line(1, "1", "5"));
    assertThat(cancelled.step(step(StepKind.CANCELLATION, 60), CLOCK))
        .isEqualTo(new StepDecision.Already(cancelled));
    assertThat(cancelled.step(step(StepKind.PAYMENT, 60), CLOCK))
        .isEqualTo(new StepDecision.Illegal(new OrderState.Cancelled()));
    assertThat(cancelled.state().allowed()).isEmpty();
  }

  @Test
  void aMissingStepIsFilledInByTheNextAndMayBeToldLater() {
    Order shipped = done(order(OrderStatus.PLACED, line(1, "1", "5")), StepKind.SHIPMENT, 60);
    assertThat(shipped.standing().reached())
        .containsEntry(OrderStatus.PAID, Samples.PLACED.plusSeconds(60));
    Order told = done(shipped, StepKind.PAYMENT, 30);
    assertThat(told.standing().reached())
        .containsEntry(OrderStatus.PAID, Samples.PLACED.plusSeconds(30));
    assertThat(told.state()).isEqualTo(new OrderState.Shipped());
    assertThat(shipped.step(step(StepKind.PAYMENT, 90), CLOCK))
        .isInstanceOf(StepDecision.Illegal.class);
  }

  @Test
  void theSameStepAgainChangesNothing() {
    Order shipped = done(order(OrderStatus.PAID, line(1, "1", "5")), StepKind.SHIPMENT, 60);
    assertThat(shipped.step(step(StepKind.SHIPMENT, 60), CLOCK))
        .isEqualTo(new StepDecision.Already(shipped));
  }

  @ParameterizedTest
  @CsvSource({"60,50,CANCELLED", "50,60,DELIVERED", "60,60,DELIVERED"})
  void whatHappenedFirstStandsAndADeliveryOfTheSameInstantDoes(
      int delivered, int cancelled, OrderStatus end) {
    Order order = order(OrderStatus.PAID, line(1, "1", "5"));
    var delivery = new SourceFact.Stepped(step(StepKind.DELIVERY, delivered));
    var cancellation = new SourceFact.Stepped(step(StepKind.CANCELLATION, cancelled));
    assertThat(heard(heard(order, delivery), cancellation).state().status()).isEqualTo(end);
    assertThat(heard(heard(order, cancellation), delivery).state().status()).isEqualTo(end);
  }

  @Test
  void aDocumentBringsBackWhatADocumentCalledOffAndNotWhatAStepDid() {
    Order off = order(OrderStatus.CANCELLED, line(1, "1", "5"));
    var again =
        Samples.document(OrderStatus.PAID, Samples.PLACED.plusSeconds(9), line(1, "2", "5"));
    assertThat(off.take(Samples.submission(again), Samples.SETTING).order().state())
        .isEqualTo(new OrderState.Paid());
    Order stepped = done(order(OrderStatus.PAID, line(1, "1", "5")), StepKind.CANCELLATION, 5);
    assertThat(stepped.take(Samples.submission(again), Samples.SETTING).order().state())
        .isEqualTo(new OrderState.Cancelled());
  }

  @Test
  void aDocumentMayCallOffWhatAnEarlierOneSaidToHaveArrivedAndNotWhatAStepDelivered() {
    var off =
        Samples.document(OrderStatus.CANCELLED, Samples.PLACED.plusSeconds(9), line(1, "2", "5"));
    Order said = order(OrderStatus.DELIVERED, line(1, "1", "5"));
    assertThat(said.take(Samples.submission(off), Samples.SETTING).order().state())
        .isEqualTo(new OrderState.Cancelled());
    Order stepped = done(order(OrderStatus.PAID, line(1, "1", "5")), StepKind.DELIVERY, 5);
    assertThat(stepped.take(Samples.submission(off), Samples.SETTING).order().state())
        .isEqualTo(new OrderState.Delivered());
  }

  private static Order heard(Order order, SourceFact fact) {
    return ((FactDecision.Taken) order.hear(fact, CLOCK)).order();
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
        .isEqualTo(new ReturnDecision.Known(once, once.facts().returns().getFirst()));
    assertThat(once.giveBack(back("R-1", 1, "1", "4"), CLOCK))
        .isInstanceOf(ReturnDecision.Conflict.class);
  }

  private static Order recorded(Order order, LineReturn back) {
    return ((ReturnDecision.Recorded) order.giveBack(back, CLOCK)).order();
  }

  private static Order withReturn(Order order, LineReturn back) {
    return switch (order.hear(new SourceFact.Returned(back), CLOCK)) {
      case FactDecision.Taken(Order with) -> with;
      case FactDecision.Kept(Order with, Held _) -> with;
      case FactDecision.Known _, FactDecision.Conflict _, FactDecision.Waiting _ -> order;
    };
  }

  @Test
  void aReturnThatIsToldTooEarlyCountsAsSoonAsItIsLegal() {
    Order early =
        withReturn(order(OrderStatus.PLACED, line(1, "1", "5")), back("R-1", 1, "1", "5"));
    assertThat(early.returned()).isEqualByComparingTo("0");
    assertThat(early.returnBook().entries().getFirst().held()).isEqualTo(Held.ORDER_NOT_PAID);
    assertThat(done(early, StepKind.PAYMENT, 5).returned()).isEqualByComparingTo("5");
  }

  @Test
  void aReversedReturnMakesRoomForOneThatWasHeld() {
    Order order =
        withReturn(
            withReturn(order(OrderStatus.PAID, line(1, "1", "5")), back("R-1", 1, "1", "5")),
            back("R-2", 1, "1", "4"));
    assertThat(order.returned()).isEqualByComparingTo("5");
    LineReturn first = order.facts().returns().getFirst();
    var reversal = new Reversal(CLOCK.instant(), "mistake", RECORDED);
    var reversed = (ReversalDecision.Reversed) order.reverse(first.id(), reversal, CLOCK);
    assertThat(reversed.order().returned()).isEqualByComparingTo("4");
    assertThat(reversed.order().revision()).isGreaterThan(order.revision());
    assertThat(reversed.order().reverse(first.id(), reversal, CLOCK))
        .isInstanceOf(ReversalDecision.Already.class);
  }
}
