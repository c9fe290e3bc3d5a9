package dev.homeport.loyalty.rating;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates the part of CEL that the tests' programmes use, written without the library that the
 * engine uses: arithmetic, comparisons, logic, lists, {@code floor}, {@code min}, {@code max}.
 */
final class Evaluator {
  private static final Set<String> DECIMALS =
      Set.of(
          "order.total",
          "order.returned",
          "order.amount",
          "order.units",
          "line.unitPrice",
          "line.units",
          "line.amount");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\|\\||&&|==|!=|<=|>=|[-+*/<>!()\\[\\],]|'[^']*'|[0-9]+(?:[.][0-9]+)?"
              + "|[A-Za-z][A-Za-z.]*)");

  private final List<String> tokens = new ArrayList<>();
  private final JsonNode inputs;
  private int next;

  private Evaluator(String expression, JsonNode inputs) {
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!expression.substring(end).isBlank()) {
      throw new AssertionError("not understood: " + expression.substring(end));
    }
    this.inputs = inputs;
  }

  /** The answer as explanations write it. */
  static String answer(String expression, JsonNode inputs) {
    var evaluator = new Evaluator(expression, inputs);
    try {
      Object value = evaluator.or();
      if (evaluator.next < evaluator.tokens.size()) {
        throw new AssertionError("not understood: " + expression);
      }
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    } catch (ArithmeticException _) {
      return "undefined";
    }
  }

  private Object or() {
    Object left = and();
    while (take("||")) {
      Object right = and();
      left = (Boolean) left || (Boolean) right;
    }
    return left;
  }

  private Object and() {
    Object left = comparison();
    while (take("&&")) {
      Object right = comparison();
      left = (Boolean) left && (Boolean) right;
    }
    return left;
  }

  private Object comparison() {
    Object left = sum();
    String operator = peek();
    switch (operator) {
      case "==", "!=", "<", "<=", ">", ">=" -> next++;
      case "in" -> {
        next++;
        return ((List<?>) sum()).contains(left);
      }
      default -> {
        return left;
      }
    }
    Object right = sum();
    if (left instanceof String) {
      return left.equals(right) == operator.equals("==");
    }
    int order = decimal(left).compareTo(decimal(right));
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Object sum() {
    Object left = product();
    while (peek().equals("+") || peek().equals("-")) {
      boolean plus = tokens.get(next++).equals("+");
      Object right = product();
      left =
          bothWhole(left, right)
              ? (Object) (plus ? (Long) left + (Long) right : (Long) left - (Long) right)
              : plus ? decimal(left).add(decimal(right)) : decimal(left).subtract(decimal(right));
    }
    return left;
  }

  private Object product() {
    Object left = atom();
    while (peek().equals("*") || peek().equals("/")) {
      boolean times = tokens.get(next++).equals("*");
      Object right = atom();
      left =
          bothWhole(left, right)
              ? (Object) (times ? (Long) left * (Long) right : (Long) left / (Long) right)
              : times
                  ? decimal(left).multiply(decimal(right))
                  : decimal(left).divide(decimal(right), MathContext.DECIMAL128);
    }
    return left;
  }

  private Object atom() {
    String token = tokens.get(next++);
    if (token.equals("(")) {
      Object value = or();
      expect(")");
      return value;
    }
    if (token.equals("!")) {
      return !(Boolean) atom();
    }
    if (token.equals("[")) {
      return list("]");
    }
    if (token.startsWith("'")) {
      return token.substring(1, token.length() - 1);
    }
    if (Character.isDigit(token.charAt(0))) {
      return token.contains(".") ? (Object) new BigDecimal(token) : Long.valueOf(token);
    }
    return take("(") ? call(token, list(")")) : variable(token);
  }

  private List<Object> list(String end) {
    var items = new ArrayList<Object>();
    while (!take(end)) {
      items.add(or());
      take(",");
    }
    return items;
  }

  private static Object call(String function, List<Object> arguments) {
    BigDecimal first = decimal(arguments.getFirst());
    return switch (function) {
      case "floor" -> first.setScale(0, RoundingMode.FLOOR);
      case "min" -> first.min(decimal(arguments.getLast()));
      case "max" -> first.max(decimal(arguments.getLast()));
      default -> throw new AssertionError(function);
    };
  }

  private Object variable(String name) {
    JsonNode value = inputs.get(name);
    if (value == null) {
      throw new AssertionError("the explanation does not say " + name);
    }
    if (value.isArray()) {
      var texts = new ArrayList<Object>();
      value.forEach(item -> texts.add(item.textValue()));
      return texts;
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    return DECIMALS.contains(name) ? (Object) new BigDecimal(value.textValue()) : value.textValue();
  }

  private static boolean bothWhole(Object left, Object right) {
    return left instanceof Long && right instanceof Long;
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private boolean take(String token) {
    boolean there = peek().equals(token);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new AssertionError("expected " + token + " in " + tokens);
    }
  }
}
