package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.expression.Variable;
import dev.homeport.loyalty.fact.OrderLine;
import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.Cap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of the variables for one order or activity. */
final class Inputs {
  private final Occasion occasion;
  private final Basis basis;
  private final Past past;
  private final ZonedDateTime placed;

  Inputs(Occasion occasion, Basis basis, Past past, ZonedDateTime placed) {
    this.occasion = occasion;
    this.basis = basis;
    this.past = past;
    this.placed = placed;
  }

  Explanation.Asked ask(Expression expression) {
    return ask(expression, null);
  }

  Explanation.Asked ask(Expression expression, @Nullable OrderLine line) {
    Map<String, Object> inputs = expression.inputs(variable -> value(variable, line));
    String answer =
        switch (expression.ask(inputs)) {
          case Expression.Answer.Truth(boolean holds) -> Boolean.toString(holds);
          case Expression.Answer.Exact(BigDecimal number) -> number.toPlainString();
          case Expression.Answer.Undefined() -> "undefined";
        };
    return new Explanation.Asked(expression.text(), inputs, answer);
  }

  private Object value(Variable variable, @Nullable OrderLine line) {
    return switch (variable.scope()) {
      case ORDER -> ofOrder(variable);
      case LINE -> ofLine(variable, Objects.requireNonNull(line));
      case MEMBER -> ofMember(variable);
      case CALENDAR -> ofCalendar(variable);
    };
  }

  private Object ofOrder(Variable variable) {
    return switch (variable) {
      case ORDER_CHANNEL -> occasion.order().channel();
      case ORDER_MARKET -> occasion.order().market();
      case ORDER_COUNTRY -> Objects.requireNonNullElse(occasion.order().country(), "");
      case ORDER_CURRENCY -> occasion.order().currency().getCurrencyCode();
      case ORDER_TOTAL -> occasion.order().total();
      case ORDER_RETURNED -> occasion.order().returned();
      case ORDER_AMOUNT -> occasion.amount();
      case ORDER_LINES -> (long) occasion.order().keptProducts().size();
      case ORDER_UNITS ->
          occasion.order().keptProducts().stream()
              .map(OrderLine::keptQuantity)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      case ORDER_SKUS -> texts(OrderLine::sku);
      case ORDER_CATEGORIES -> texts(OrderLine::category);
      default -> throw new IllegalArgumentException(variable + " is not of an order");
    };
  }

  private Object ofLine(Variable variable, OrderLine line) {
    return switch (variable) {
      case LINE_SKU -> line.sku();
      case LINE_CATEGORY -> Objects.requireNonNullElse(line.category(), "");
      case LINE_KIND -> line.kind().name().toLowerCase(Locale.ROOT);
      case LINE_UNIT_PRICE -> line.unitPrice();
      case LINE_UNITS -> line.keptQuantity();
      case LINE_AMOUNT -> Amounts.of(basis, line);
      default -> throw new IllegalArgumentException(variable + " is not of a line");
    };
  }

  private Object ofMember(Variable variable) {
    return switch (variable) {
      case MEMBER_ORDERS -> past.orders();
      case MEMBER_DAYS_SINCE_ORDER -> daysSince(past.lastOrder());
      case MEMBER_TIER -> past.tier();
      case MEMBER_EARNED -> past.given(Cap.Period.LIFETIME, LocalDate.EPOCH);
      default -> throw new IllegalArgumentException(variable + " is not of a member");
    };
  }

  private Object ofCalendar(Variable variable) {
    return switch (variable) {
      case CALENDAR_DATE -> placed.toLocalDate().toString();
      case CALENDAR_MONTH -> (long) placed.getMonthValue();
      case CALENDAR_DAY -> (long) placed.getDayOfMonth();
      case CALENDAR_WEEKDAY -> placed.getDayOfWeek().name().toLowerCase(Locale.ROOT);
      case CALENDAR_HOUR -> (long) placed.getHour();
      default -> throw new IllegalArgumentException(variable + " is not of the calendar");
    };
  }

  private long daysSince(@Nullable Instant moment) {
    return moment == null ? -1 : Duration.between(moment, occasion.at()).toDays();
  }

  private List<String> texts(Function<OrderLine, @Nullable String> text) {
    return occasion.order().keptProducts().stream()
        .map(text)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
