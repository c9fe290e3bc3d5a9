package dev.homeport.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.earning.Rating.Outcome;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.LotLife;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.Programme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarningTest {
  private static final UUID ID = new UUID(2, 2);
  private static final Programme PROGRAMME = Programmes.with(new OverdraftFloor.None());

  @Test
  void anOrderEarnsOnWhatIsLeftOfItRoundedOnce() {
    Rating rating = Earning.rate(PROGRAMME, Facts.order(ID, 1, "99.99", "20.50"));
    assertThat(rating.points()).isEqualTo(79);
    assertThat(rating.outcome()).isEqualTo(Outcome.EARNED);
    assertThat(rating.explanation()).isEqualTo("Earns 79: 79.49 EUR at 1 a unit, rounded (floor).");
  }

  @Test
  void aFreeReturnTakesBackTheFloorOfItsValue() {
    Rating rating = Earning.rate(PROGRAMME, Facts.freeReturn(ID, 1, "27.50"));
    assertThat(rating.points()).isEqualTo(-27);
    assertThat(rating.explanation())
        .isEqualTo("Takes back 27: 27.5 EUR at 1 a unit, rounded (floor).");
  }

  @Test
  void aReversedFreeReturnTakesNothingBack() {
    var reversed = Facts.freeReturn(Facts.BUYER, ID, 2, Facts.PLACED, "27.50", true);
    assertThat(Earning.rate(PROGRAMME, reversed).outcome()).isEqualTo(Outcome.REVERSED);
  }

  @Test
  void aCancelledOrderEarnsNothing() {
    var cancelled = Facts.order(Facts.BUYER, ID, 2, Facts.PLACED, "cancelled", "80", "0");
    assertThat(Earning.rate(PROGRAMME, cancelled).outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void anOrderBeforeTheStartOfTheProgrammeEarnsNothing() {
    Instant before = Programmes.START.minusNanos(1000);
    var early = Facts.order(Facts.BUYER, ID, 1, before, "placed", "80", "0");
    assertThat(Earning.rate(PROGRAMME, early).outcome()).isEqualTo(Outcome.BEFORE_START);
    var punctual = Facts.order(Facts.BUYER, ID, 1, Programmes.START, "placed", "80", "0");
    assertThat(Earning.rate(PROGRAMME, punctual).points()).isEqualTo(80);
  }

  @Test
  void aCurrencyWithoutARateEarnsNothingAndSaysSo() {
    Rating rating = Earning.rate(PROGRAMME, order("JPY", List.of(), "8000", "0"));
    assertThat(rating.outcome()).isEqualTo(Outcome.NO_RATE);
    assertThat(rating.explanation())
        .isEqualTo("Counts for nothing: the programme has no points for JPY.");
  }

  @Test
  void aSmallOrderGivesNoPointAndAZeroOrderNeither() {
    assertThat(Earning.rate(PROGRAMME, Facts.order(ID, 1, "0.99", "0")).outcome())
        .isEqualTo(Outcome.TOO_SMALL);
    assertThat(Earning.rate(PROGRAMME, Facts.order(ID, 1, "0", "0")).points()).isZero();
  }

  @Test
  void moreReturnedThanPaidTakesNothingBeyondTheAward() {
    assertThat(Earning.rate(PROGRAMME, Facts.order(ID, 1, "10", "12")).outcome())
        .isEqualTo(Outcome.FULLY_RETURNED);
  }

  @Test
  void shippingAndTaxOfWhatWasKeptCanBeLeftOut() {
    var netOfBoth =
        Programmes.with(new OverdraftFloor.None(), new LotLife.Never(), new Basis(false, false));
    var lines =
        List.of(
            Facts.line(OrderLine.Kind.PRODUCT, "100", "19", "0"),
            Facts.line(OrderLine.Kind.PRODUCT, "50", "9.50", "1"),
            Facts.line(OrderLine.Kind.SHIPPING, "5", "0.95", "0"));
    var order = order("EUR", lines, "184.45", "59.50");
    assertThat(Earning.rate(netOfBoth, order).points()).isEqualTo(100);
    assertThat(Earning.rate(PROGRAMME, order).points()).isEqualTo(124);
  }

  private static OrderFact order(
      String currency, List<OrderLine> lines, String total, String returned) {
    return new OrderFact(
        ID,
        Facts.BUYER,
        1,
        "shop-de",
        "DE",
        null,
        Facts.PLACED,
        "placed",
        Currency.getInstance(currency),
        lines,
        new BigDecimal(total),
        new BigDecimal(returned),
        null);
  }
}
