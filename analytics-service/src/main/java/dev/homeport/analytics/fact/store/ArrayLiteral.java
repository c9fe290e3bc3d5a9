package dev.homeport.analytics.fact.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An array as PostgreSQL writes it; many rows' arrays travel so in one array of texts. */
final class ArrayLiteral {
  private ArrayLiteral() {}

  static <T> String of(List<T> rows, Function<T, @Nullable String> element) {
    return rows.stream()
        .map(row -> quoted(element.apply(row)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(@Nullable String element) {
    return element == null
        ? "null"
        : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
