package dev.homeport.platform.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller should have sent where a Java type was expected. */
public final class Expected {
  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class,
          BigInteger.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class);
  private static final Map<Class<?>, String> KNOWN =
      Map.of(
          String.class, "must be a string",
          boolean.class, "must be true or false",
          Boolean.class, "must be true or false",
          BigDecimal.class, "must be a decimal number, written as a string such as \"12.34\"",
          Instant.class, "must be an instant such as 2026-11-01T10:00:00Z",
          LocalDate.class, "must be a date such as 2026-11-01",
          ZoneId.class, "must be a time zone such as Europe/Berlin",
          Currency.class, "must be a currency code such as EUR",
          UUID.class, "must be a UUID");

  private Expected() {}

  /** A sentence without its subject, for example {@code must be a string}. */
  public static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "has a value that is not valid";
    }
    String known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    if (WHOLE_NUMBERS.contains(type)) {
      return "must be a whole number in the allowed range";
    }
    if (NUMBERS.contains(type)) {
      return "must be a number";
    }
    if (type.isEnum()) {
      return "must be one of: " + names(type);
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "must be an array";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type)
        ? "must be an object"
        : "has a value that is not valid";
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> WireName.of((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }
}
