package dev.homeport.analytics.segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with values. Nothing fails: what is not known (null) makes what is calculated
 * from it unknown, compares with nothing, equals nothing, and does not hold.
 */
final class Values {
  /** Days, some ten thousand years. */
  private static final long FURTHEST = 3_650_000;

  private Values() {}

  static boolean holds(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    return left instanceof Number a && right instanceof Number b
        ? compare(a, b) == 0
        : left.equals(right);
  }

  /** Whether both are known and compare so. */
  static boolean compares(
      @Nullable Object left, @Nullable Object right, java.util.function.IntPredicate how) {
    return switch (left) {
      case Number a when right instanceof Number b -> how.test(compare(a, b));
      case String a when right instanceof String b -> how.test(a.compareTo(b));
      case LocalDate a when right instanceof LocalDate b -> how.test(a.compareTo(b));
      case null, default -> false;
    };
  }

  private static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
  }

  static boolean in(@Nullable Object value, @Nullable Object container) {
    if (value == null) {
      return false;
    }
    return switch (container) {
      case List<?> list -> list.stream().anyMatch(element -> equal(value, element));
      case Map<?, ?> map -> map.containsKey(value);
      case null, default -> false;
    };
  }

  static @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case LocalDate day when right instanceof Long days -> moved(day, days);
      case String a when right instanceof String b -> a + b;
      case List<?> a when right instanceof List<?> b -> joined(a, b);
      case null, default -> calculated(left, right, Math::addExact, Double::sum);
    };
  }

  static @Nullable Object minus(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case LocalDate day when right instanceof Long days -> moved(day, -days);
      case LocalDate a when right instanceof LocalDate b -> ChronoUnit.DAYS.between(b, a);
      case null, default -> calculated(left, right, Math::subtractExact, (a, b) -> a - b);
    };
  }

  static @Nullable Object times(@Nullable Object left, @Nullable Object right) {
    return calculated(left, right, Math::multiplyExact, (a, b) -> a * b);
  }

  /** Of whole numbers a whole number; by zero nothing that is known. */
  static @Nullable Object dividedBy(@Nullable Object left, @Nullable Object right) {
    return right instanceof Number n && n.doubleValue() == 0
        ? null
        : calculated(left, right, Math::divideExact, (a, b) -> a / b);
  }

  static @Nullable Object remainder(@Nullable Object left, @Nullable Object right) {
    return left instanceof Long a && right instanceof Long b && b != 0 ? a % b : null;
  }

  static @Nullable Object negated(@Nullable Object value) {
    return switch (value) {
      case Long n when n != Long.MIN_VALUE -> -n;
      case Double n -> -n;
      case null, default -> null;
    };
  }

  /** A day some days later; unknown where the calendar ends. */
  static @Nullable LocalDate moved(LocalDate day, long days) {
    return days < -FURTHEST || days > FURTHEST ? null : day.plusDays(days);
  }

  private static List<Object> joined(List<?> a, List<?> b) {
    var all = new ArrayList<Object>(a);
    all.addAll(b);
    return all;
  }

  private static @Nullable Object calculated(
      @Nullable Object left,
      @Nullable Object right,
      java.util.function.LongBinaryOperator whole,
      java.util.function.DoubleBinaryOperator broken) {
    if (left instanceof Long a && right instanceof Long b) {
      try {
        return whole.applyAsLong(a, b);
      } catch (ArithmeticException _) {
        return null;
      }
    }
    if (left instanceof Number a && right instanceof Number b) {
      double result = broken.applyAsDouble(a.doubleValue(), b.doubleValue());
      return Double.isFinite(result) ? result : null;
    }
    return null;
  }
}
