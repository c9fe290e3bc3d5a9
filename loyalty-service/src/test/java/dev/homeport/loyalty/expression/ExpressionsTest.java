package dev.homeport.loyalty.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.expression.Expression.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
  private static final Map<String, Object> VALUES =
      Map.of(
          "order.amount",
          new BigDecimal("49.99"),
          "order.total",
          new BigDecimal("60"),
          "order.market",
          "DE",
          "order.skus",
          List.of("MUG-1", "TEA-2"),
          "order.lines",
          2L,
          "member.orders",
          0L,
          "calendar.weekday",
          "friday");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.amount >= 49.99",
        "order.amount < 50",
        "49.99 <= order.amount",
        "order.amount + 10.01 == order.total || order.amount + 10.01 >= order.total",
        "order.market in ['DE', 'AT'] && member.orders == 0",
        "order.skus.exists(sku, sku.startsWith('TEA'))",
        "calendar.weekday == 'friday' && order.lines > 1",
        "order.amount * 3 > 149.96 && order.amount * 3 < 149.98"
      })
  void decimalsAreExactAlsoBesideNumbersThatAreWritten(String text) {
    assertThat(ask(Expressions.condition(text))).isEqualTo(new Answer.Truth(true));
  }

  @ParameterizedTest
  @CsvSource({
    "floor(order.amount / 10) * 2, 8",
    "order.amount * 0.1, 4.999",
    "'max(order.amount - 50, 0)', 0",
    "order.lines * 5, 10"
  })
  void pointsAreExactNumbers(String text, String expected) {
    assertThat(ask(Expressions.number(text)))
        .isInstanceOfSatisfying(
            Answer.Exact.class,
            number -> assertThat(number.value()).isEqualByComparingTo(expected));
  }

  @Test
  void aDivisionByZeroHasNoValue() {
    assertThat(ask(Expressions.number("order.total / member.orders")))
        .isEqualTo(new Answer.Undefined());
    assertThat(ask(Expressions.number("1 / member.orders"))).isEqualTo(new Answer.Undefined());
  }

  @ParameterizedTest
  @CsvSource({
    "order.amont > 5, undeclared reference",
    "order.amont > 5, '; order.amont is not known, but order.channel, order.market'",
    "order.amount > 'x', no matching overload",
    "order.amount >, at line 1",
    "order.amount, does not answer yes or no",
    "line.sku == 'x', undeclared reference"
  })
  void whatCannotBeUnderstoodIsSaidWithItsPlace(String text, String reason) {
    assertThat(Expressions.condition(text))
        .isInstanceOfSatisfying(
            Expressions.Check.Faulty.class,
            faulty -> assertThat(faulty.faults()).anyMatch(fault -> fault.contains(reason)));
  }

  @Test
  void linesMayBeAskedOnlyWhereTheyAreMeant() {
    assertThat(Expressions.lineCondition("line.sku == 'MUG-1' && order.market == 'DE'"))
        .isInstanceOf(Expressions.Check.Sound.class);
  }

  @Test
  void aDoubleIsNoExactNumber() {
    assertThat(Expressions.number("1.5 * 2.0")).isInstanceOf(Expressions.Check.Faulty.class);
  }

  @Test
  void itReadsTheVariablesThatItNamesAndNoOthers() {
    Expression expression = sound(Expressions.condition("order.amount > 5 && order.lines > 1"));
    assertThat(expression.variables())
        .containsExactlyInAnyOrder(Variable.ORDER_AMOUNT, Variable.ORDER_LINES);
  }

  private static Answer ask(Expressions.Check check) {
    return sound(check).ask(VALUES);
  }

  private static Expression sound(Expressions.Check check) {
    assertThat(check).isInstanceOf(Expressions.Check.Sound.class);
    return ((Expressions.Check.Sound) check).expression();
  }
}
