package dev.homeport.analytics.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What functions of an expression come to. */
final class Functions {
  /** Months, some ten thousand years. */
  private static final long FURTHEST = 120_000;

  private Functions() {}

  /** A call, whose arguments have been worked out. */
  @FunctionalInterface
  interface Call {
    @Nullable Object of(Frame frame, @Nullable Object[] arguments);
  }

  static @Nullable Long daysSince(@Nullable Object day, Frame frame) {
    return day instanceof LocalDate date
        ? (Long) ChronoUnit.DAYS.between(date, frame.moment().today())
        : null;
  }

  static @Nullable LocalDate daysAgo(@Nullable Object days, Frame frame) {
    return days instanceof Long n && n != Long.MIN_VALUE
        ? Values.moved(frame.moment().today(), -n)
        : null;
  }

  static @Nullable LocalDate monthsAgo(@Nullable Object months, Frame frame) {
    return months instanceof Long n && n >= -FURTHEST && n <= FURTHEST
        ? frame.moment().today().minusMonths(n)
        : null;
  }

  /** Orders of the last days, today's included. */
  static @Nullable Long countWithin(@Nullable Object days, Frame frame) {
    return daysAgo(days, frame) instanceof LocalDate from ? count(frame, from, null) : null;
  }

  static @Nullable Double netWithin(@Nullable Object days, Frame frame) {
    return daysAgo(days, frame) instanceof LocalDate from ? net(frame, from, null) : null;
  }

  static @Nullable Long countBetween(@Nullable Object from, @Nullable Object to, Frame frame) {
    return from instanceof LocalDate first && to instanceof LocalDate last
        ? count(frame, first, last)
        : null;
  }

  static @Nullable Double netBetween(@Nullable Object from, @Nullable Object to, Frame frame) {
    return from instanceof LocalDate first && to instanceof LocalDate last
        ? net(frame, first, last)
        : null;
  }

  private static Long count(Frame frame, LocalDate from, @Nullable LocalDate to) {
    return frame.list(Trait.ORDER_DAYS).stream()
        .filter(day -> lies((LocalDate) day, from, to))
        .count();
  }

  private static Double net(Frame frame, LocalDate from, @Nullable LocalDate to) {
    List<?> days = frame.list(Trait.ORDER_DAYS);
    List<?> nets = frame.list(Trait.ORDER_NETS);
    double sum = 0;
    for (int i = 0; i < days.size(); i++) {
      if (lies((LocalDate) days.get(i), from, to)) {
        sum += ((Number) nets.get(i)).doubleValue();
      }
    }
    return sum;
  }

  private static boolean lies(LocalDate day, LocalDate from, @Nullable LocalDate to) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** When one of several things was last bought; unknown for one that was not. */
  static @Nullable Object lastDay(Trait things, Trait days, @Nullable Object thing, Frame frame) {
    int at = thing == null ? -1 : frame.list(things).indexOf(thing);
    return at < 0 ? null : frame.list(days).get(at);
  }

  static Map<String, Boolean> consents(Frame frame) {
    var allowed = new HashMap<String, Boolean>();
    if (frame.trait(Trait.CONSENTS) instanceof Map<?, ?> purposes) {
      purposes.forEach(
          (purpose, until) -> {
            if (((Instant) until).isAfter(frame.moment().at())) {
              allowed.put((String) purpose, true);
            }
          });
    }
    return allowed;
  }

  static @Nullable Object size(@Nullable Object value) {
    return switch (value) {
      case String text -> (Object) (long) text.codePointCount(0, text.length());
      case List<?> list -> (Object) (long) list.size();
      case Map<?, ?> map -> (Object) (long) map.size();
      case null, default -> null;
    };
  }

  static boolean any(@Nullable Object list, @Nullable Object wanted) {
    return wanted instanceof List<?> all && all.stream().anyMatch(one -> Values.in(one, list));
  }

  static boolean all(@Nullable Object list, @Nullable Object wanted) {
    return wanted instanceof List<?> all && all.stream().allMatch(one -> Values.in(one, list));
  }

  static boolean text(@Nullable Object value, @Nullable Object part, TextTest test) {
    return value instanceof String text && part instanceof String given && test.test(text, given);
  }

  /** What is tested of a text with another one. */
  @FunctionalInterface
  interface TextTest {
    boolean test(String text, String part);
  }

  static @Nullable Object ofDay(
      @Nullable Object day, java.util.function.Function<LocalDate, Object> what) {
    return day instanceof LocalDate date ? what.apply(date) : null;
  }

  /** The value of a key; what is not in a map of flags is false. */
  static @Nullable Object element(@Nullable Object container, @Nullable Object key) {
    return switch (container) {
      case Map<?, ?> map -> Boolean.TRUE.equals(key == null ? null : map.get(key));
      case List<?> list when key instanceof Long at && at >= 0 && at < list.size() ->
          list.get(at.intValue());
      case null, default -> null;
    };
  }

  static Predicate<String> day() {
    return text -> parse(text) != null;
  }

  static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException _) {
      return null;
    }
  }
}
