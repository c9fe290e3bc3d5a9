package dev.homeport.order.order;

import static dev.homeport.order.order.Samples.PLACED;
import static dev.homeport.order.order.Samples.SETTING;
import static dev.homeport.order.order.Samples.document;
import static dev.homeport.order.order.Samples.line;
import static dev.homeport.order.order.Samples.order;
import static dev.homeport.order.order.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderDecisionTest {
  private static final Instant LATER = PLACED.plusSeconds(60);

  private final Order known = order(OrderStatus.PAID, line(1, "2", "9.99"));

  private Decision take(Order order, Instant revisedAt, String quantity) {
    return order.take(
        submission(document(OrderStatus.PAID, revisedAt, line(1, quantity, "9.99"))), SETTING);
  }

  @Test
  void theSameContentIsUnchangedHoweverItsNumbersAreWritten() {
    assertThat(take(known, PLACED, "2.000")).isEqualTo(new Decision.Unchanged(known));
  }

  @Test
  void laterContentReplacesTheOrderAndKeepsItsIdentifier() {
    Decision decision = take(known, LATER, "3");

    assertThat(decision).isInstanceOf(Decision.Revised.class);
    assertThat(decision.order().id()).isEqualTo(known.id());
    assertThat(decision.order().total()).isEqualByComparingTo("29.97");
    assertThat(decision.order().revision()).isGreaterThan(known.revision());
    assertThat(((Decision.Revised) decision).before()).isEqualTo(known);
  }

  @Test
  void earlierContentIsIgnored() {
    Order later = take(known, LATER, "3").order();

    assertThat(take(later, PLACED, "2")).isEqualTo(new Decision.Ignored(later));
  }

  @Test
  void otherContentOfTheSameInstantIsAConflict() {
    assertThat(take(known, PLACED, "3")).isEqualTo(new Decision.Conflict(known));
  }

  @Test
  void theSameContentAtALaterInstantOutlivesWhatCameBetween() {
    Order confirmed = take(known, LATER, "2").order();

    assertThat(take(confirmed, PLACED.plusSeconds(30), "3"))
        .isEqualTo(new Decision.Ignored(confirmed));
    assertThat(confirmed.revision()).isEqualTo(known.revision());
  }

  @Test
  void aRevisionCannotLeaveLessThanCameBack() {
    Order reduced =
        ((ReturnDecision.Recorded)
                known.giveBack(Samples.back("R-1", 1, "2", "19.98"), Samples.CLOCK))
            .order();

    assertThat(take(reduced, LATER, "1")).isEqualTo(new Decision.BelowReturns(reduced));
  }

  @Test
  void aZeroTotalIsAnOrder() {
    assertThat(order(OrderStatus.PAID, line(1, "1", "0")).total()).isEqualByComparingTo("0");
  }

  @Test
  void aTotalIsTheExactSumOfItsLines() {
    assertThat(order(OrderStatus.PAID, line(1, "0.333", "1.234567")).total())
        .isEqualByComparingTo("0.411110811");
  }
}
