package dev.homeport.loyalty.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What can be done with two exact numbers; {@code id} begins the ids of CEL's overloads. */
enum Operation {
  LESS("_<_"),
  LESS_EQUALS("_<=_"),
  GREATER("_>_"),
  GREATER_EQUALS("_>=_"),
  ADD("_+_"),
  SUBTRACT("_-_"),
  MULTIPLY("_*_"),
  DIVIDE("_/_"),
  MIN("min"),
  MAX("max");

  private final String function;

  Operation(String function) {
    this.function = function;
  }

  String function() {
    return function;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  CelType result() {
    return switch (this) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> SimpleType.BOOL;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MIN, MAX -> Decimals.TYPE;
    };
  }

  Object of(BigDecimal left, BigDecimal right) {
    return switch (this) {
      case LESS -> left.compareTo(right) < 0;
      case LESS_EQUALS -> left.compareTo(right) <= 0;
      case GREATER -> left.compareTo(right) > 0;
      case GREATER_EQUALS -> left.compareTo(right) >= 0;
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> left.divide(right, MathContext.DECIMAL128);
      case MIN -> left.min(right);
      case MAX -> left.max(right);
    };
  }
}
