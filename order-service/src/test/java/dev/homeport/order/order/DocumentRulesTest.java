package dev.homeport.order.order;

import static dev.homeport.order.order.Samples.PLACED;
import static dev.homeport.order.order.Samples.document;
import static dev.homeport.order.order.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {
  private static Line priced(LineKind kind, String unitPrice) {
    return new Line(
        1,
        "X",
        null,
        null,
        BigDecimal.ONE,
        new BigDecimal(unitPrice),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        kind);
  }

  private static java.util.List<String> faults(Line... lines) {
    return DocumentRules.faults(document(OrderStatus.PAID, PLACED, lines), PLACED).stream()
        .map(Fault::pointer)
        .toList();
  }

  @Test
  void aSoundDocumentHasNoFault() {
    assertThat(faults(line(1, "2", "9.99"), line(2, "1", "0"))).isEmpty();
  }

  @Test
  void lineNumbersAreUnique() {
    assertThat(faults(line(1, "1", "1"), line(1, "1", "1"))).containsExactly("/lines/1/lineNo");
  }

  @Test
  void onlyAnAdjustmentHasANegativePrice() {
    assertThat(faults(line(2, "1", "10"), priced(LineKind.ADJUSTMENT, "-1"))).isEmpty();
    assertThat(faults(line(2, "1", "10"), priced(LineKind.SHIPPING, "-1")))
        .containsExactly("/lines/1/unitPrice");
  }

  @Test
  void anOrderCostsNothingAtTheLeast() {
    assertThat(faults(priced(LineKind.ADJUSTMENT, "-1"))).containsExactly("/total");
  }

  @Test
  void anOrderWithoutLinesStatesItsTotal() {
    assertThat(faults()).containsExactly("/lines");
  }

  @Test
  void nothingIsPlacedInTheFuture() {
    var tomorrow = PLACED.plus(DocumentRules.CLOCK_TOLERANCE).plusMillis(1);

    assertThat(
            DocumentRules.faults(document(OrderStatus.PAID, tomorrow, line(1, "1", "1")), PLACED))
        .extracting(Fault::pointer)
        .containsExactly("/revisedAt");
  }
}
