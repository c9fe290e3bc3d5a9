package dev.homeport.analytics.segment;

import static dev.homeport.analytics.segment.Types.DATE;
import static dev.homeport.analytics.segment.Types.FLAGS;
import static dev.homeport.analytics.segment.Types.STRINGS;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.parser.Operator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every function and operator of the language. */
final class Operations {
  /** Written out where it is used: its argument is looked at when an expression is checked. */
  static final String DATE_OF = "date";

  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType INT = SimpleType.INT;
  private static final CelType DOUBLE = SimpleType.DOUBLE;
  private static final CelType STRING = SimpleType.STRING;
  private static final CelType NULL = SimpleType.NULL_TYPE;
  private static final TypeParamType ANY = TypeParamType.create("T");
  private static final CelType LIST = ListType.create(ANY);

  private static final Map<String, Operation> ALL =
      Stream.of(logic(), equality(), order(), arithmetic(), time(), orders(), texts(), lists())
          .flatMap(List::stream)
          .map(Operation.Builder::build)
          .collect(Collectors.toMap(Operation::name, Function.identity()));

  private Operations() {}

  static Map<String, Operation> all() {
    return ALL;
  }

  private static List<Operation.Builder> logic() {
    return List.of(
        op(Operator.LOGICAL_AND, (_, a) -> Values.holds(a[0]) && Values.holds(a[1]))
            .takes(BOOL, BOOL, BOOL),
        op(Operator.LOGICAL_OR, (_, a) -> Values.holds(a[0]) || Values.holds(a[1]))
            .takes(BOOL, BOOL, BOOL),
        op(Operator.LOGICAL_NOT, (_, a) -> !Values.holds(a[0])).takes(BOOL, BOOL),
        op(Operator.CONDITIONAL, (_, a) -> Values.holds(a[0]) ? a[1] : a[2])
            .takes(ANY, BOOL, ANY, ANY),
        op(Operator.NOT_STRICTLY_FALSE, (_, a) -> !Boolean.FALSE.equals(a[0])).takes(BOOL, BOOL));
  }

  private static List<Operation.Builder> equality() {
    return List.of(
        equality(op(Operator.EQUALS, (_, a) -> Values.equal(a[0], a[1]))),
        equality(op(Operator.NOT_EQUALS, (_, a) -> !Values.equal(a[0], a[1]))),
        op(Operator.IN, (_, a) -> Values.in(a[0], a[1]))
            .takes(BOOL, ANY, LIST)
            .takes(BOOL, STRING, FLAGS));
  }

  private static Operation.Builder equality(Operation.Builder equal) {
    equal.takes(BOOL, INT, DOUBLE).takes(BOOL, DOUBLE, INT);
    for (CelType type : List.of(INT, DOUBLE, STRING, BOOL, DATE)) {
      equal.takes(BOOL, type, type);
    }
    // The checker takes null for a date of its own accord.
    for (CelType type : List.of(INT, DOUBLE, STRING)) {
      equal.takes(BOOL, type, NULL).takes(BOOL, NULL, type);
    }
    return equal;
  }

  private static List<Operation.Builder> order() {
    return List.of(
        order(Operator.LESS, way -> way < 0),
        order(Operator.LESS_EQUALS, way -> way <= 0),
        order(Operator.GREATER, way -> way > 0),
        order(Operator.GREATER_EQUALS, way -> way >= 0));
  }

  private static Operation.Builder order(Operator operator, IntPredicate how) {
    return op(operator, (_, a) -> Values.compares(a[0], a[1], how))
        .takes(BOOL, INT, INT)
        .takes(BOOL, DOUBLE, DOUBLE)
        .takes(BOOL, INT, DOUBLE)
        .takes(BOOL, DOUBLE, INT)
        .takes(BOOL, DATE, DATE)
        .takes(BOOL, STRING, STRING);
  }

  private static List<Operation.Builder> arithmetic() {
    return List.of(
        numbers(op(Operator.ADD, (_, a) -> Values.plus(a[0], a[1])))
            .takes(STRING, STRING, STRING)
            .takes(LIST, LIST, LIST)
            .takes(DATE, DATE, INT),
        numbers(op(Operator.SUBTRACT, (_, a) -> Values.minus(a[0], a[1])))
            .takes(DATE, DATE, INT)
            .takes(INT, DATE, DATE),
        numbers(op(Operator.MULTIPLY, (_, a) -> Values.times(a[0], a[1]))),
        numbers(op(Operator.DIVIDE, (_, a) -> Values.dividedBy(a[0], a[1]))),
        op(Operator.MODULO, (_, a) -> Values.remainder(a[0], a[1])).takes(INT, INT, INT),
        op(Operator.NEGATE, (_, a) -> Values.negated(a[0])).takes(INT, INT).takes(DOUBLE, DOUBLE));
  }

  private static Operation.Builder numbers(Operation.Builder operation) {
    return operation
        .takes(INT, INT, INT)
        .takes(DOUBLE, DOUBLE, DOUBLE)
        .takes(DOUBLE, INT, DOUBLE)
        .takes(DOUBLE, DOUBLE, INT);
  }

  private static List<Operation.Builder> time() {
    return List.of(
        function(DATE_OF, (_, _) -> null).takes(DATE, STRING),
        function("daysSince", (frame, a) -> Functions.daysSince(a[0], frame))
            .takes(INT, DATE)
            .everyDay(),
        function("daysAgo", (frame, a) -> Functions.daysAgo(a[0], frame))
            .takes(DATE, INT)
            .everyDay(),
        function("monthsAgo", (frame, a) -> Functions.monthsAgo(a[0], frame))
            .takes(DATE, INT)
            .everyDay(),
        ofDay("year", day -> (long) day.getYear()).takes(INT, DATE),
        ofDay("month", day -> (long) day.getMonthValue()).takes(INT, DATE),
        ofDay("day", day -> (long) day.getDayOfMonth()).takes(INT, DATE),
        ofDay("startOfMonth", day -> day.withDayOfMonth(1)).takes(DATE, DATE),
        ofDay("startOfYear", day -> day.withDayOfYear(1)).takes(DATE, DATE));
  }

  private static List<Operation.Builder> orders() {
    return List.of(
        function("orders.countWithin", (frame, a) -> Functions.countWithin(a[0], frame))
            .takes(INT, INT)
            .everyDay()
            .needs(Trait.ORDER_DAYS),
        function("orders.netWithin", (frame, a) -> Functions.netWithin(a[0], frame))
            .takes(DOUBLE, INT)
            .everyDay()
            .needs(Trait.ORDER_DAYS, Trait.ORDER_NETS),
        function("orders.countBetween", (frame, a) -> Functions.countBetween(a[0], a[1], frame))
            .takes(INT, DATE, DATE)
            .needs(Trait.ORDER_DAYS),
        function("orders.netBetween", (frame, a) -> Functions.netBetween(a[0], a[1], frame))
            .takes(DOUBLE, DATE, DATE)
            .needs(Trait.ORDER_DAYS, Trait.ORDER_NETS),
        lastDay("categories.lastDay", Trait.CATEGORIES, Trait.CATEGORY_DAYS),
        lastDay("products.lastDay", Trait.PRODUCTS, Trait.PRODUCT_DAYS));
  }

  private static Operation.Builder lastDay(String name, Trait things, Trait days) {
    return function(name, (frame, a) -> Functions.lastDay(things, days, a[0], frame))
        .takes(DATE, STRING)
        .needs(things, days);
  }

  private static List<Operation.Builder> texts() {
    return List.of(
        text("startsWith", String::startsWith),
        text("endsWith", String::endsWith),
        text("contains", String::contains));
  }

  private static Operation.Builder text(String name, Functions.TextTest test) {
    return function(name, (_, a) -> Functions.text(a[0], a[1], test)).member(BOOL, STRING, STRING);
  }

  private static List<Operation.Builder> lists() {
    return List.of(
        function("size", (_, a) -> Functions.size(a[0]))
            .takes(INT, LIST)
            .takes(INT, STRING)
            .takes(INT, FLAGS)
            .member(INT, LIST)
            .member(INT, STRING)
            .member(INT, FLAGS),
        function("hasAny", (_, a) -> Functions.any(a[0], a[1])).member(BOOL, STRINGS, STRINGS),
        function("hasAll", (_, a) -> Functions.all(a[0], a[1])).member(BOOL, STRINGS, STRINGS),
        op(Operator.INDEX, (_, a) -> Functions.element(a[0], a[1]))
            .takes(BOOL, FLAGS, STRING)
            .takes(ANY, LIST, INT));
  }

  private static Operation.Builder op(Operator operator, Functions.Call call) {
    return Operation.named(operator.getFunction(), call);
  }

  private static Operation.Builder function(String name, Functions.Call call) {
    return Operation.named(name, call);
  }

  private static Operation.Builder ofDay(
      String name, Function<java.time.LocalDate, @Nullable Object> what) {
    return function(name, (_, a) -> Functions.ofDay(a[0], what::apply));
  }
}
