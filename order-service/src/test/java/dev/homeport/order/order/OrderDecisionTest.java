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

    Decision between = take(confirmed, PLACED.plusSeconds(30), "3");
    assertThat(between).isInstanceOf(Decision.Ignored.class);
    assertThat(between.order().document()).isEqualTo(confirmed.document());
    assertThat(between.order().revision()).isEqualTo(known.revision());
    assertThat(confirmed.revision()).isEqualTo(known.revision());
  }

  @Test
  void aRevisionThatLeavesLessThanCameBackKeepsTheReturnUntilItFits() {
    Order reduced =
        ((ReturnDecision.Recorded)
                known.giveBack(Samples.back("R-1", 1, "2", "19.98"), Samples.CLOCK))
            .order();
    Order less = take(reduced, LATER, "1").order();
    assertThat(less.returned()).isEqualByComparingTo("0");
    assertThat(less.returnBook().entries().getFirst().held()).isEqualTo(Held.QUANTITY_EXCEEDS_LINE);
    assertThat(take(less, LATER.plusSeconds(1), "3").order().returned())
        .isEqualByComparingTo("19.98");
  }

  @Test
  void aHigherVersionOfTheSameInstantIsLater() {
    Order first = order(OrderStatus.PAID, line(1, "2", "9.99"));
    Decision second = first.take(Samples.submission(version(2, "3")), SETTING);
    assertThat(second).isInstanceOf(Decision.Revised.class);
    assertThat(second.order().take(Samples.submission(version(1, "4")), SETTING))
        .isInstanceOf(Decision.Ignored.class);
    assertThat(second.order().take(Samples.submission(version(2, "4")), SETTING))
        .isInstanceOf(Decision.Conflict.class);
  }

  private static OrderDocument version(long version, String quantity) {
    OrderDocument plain = document(OrderStatus.PAID, PLACED, line(1, quantity, "9.99"));
    return Samples.version(plain, version);
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
