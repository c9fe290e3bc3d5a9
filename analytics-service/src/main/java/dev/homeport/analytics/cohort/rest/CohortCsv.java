package dev.homeport.analytics.cohort.rest;

import dev.homeport.analytics.cohort.Triangle;
import dev.homeport.analytics.cohort.Triangle.Row;
import dev.homeport.analytics.cohort.Triangle.Value;
import dev.homeport.platform.money.Decimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A triangle as comma-separated values: a row for each cohort; what is still to come is empty. */
final class CohortCsv {
  private static final String END = "\r\n";

  private CohortCsv() {}

  static String of(Triangle triangle) {
    int ages = triangle.overall().size();
    var text = new StringBuilder("cohort,customers");
    names(text, "p", ages);
    names(text, "r", ages);
    text.append(END);
    for (Row row : triangle.rows()) {
      text.append(triangle.by().label(row.cohort())).append(',').append(row.customers());
      text.append(cells(row, ages, value -> Decimal.text(value.value())));
      text.append(cells(row, ages, CohortCsv::rate)).append(END);
    }
    return text.toString();
  }

  private static void names(StringBuilder text, String letter, int ages) {
    IntStream.range(0, ages).forEach(age -> text.append(',').append(letter).append(age));
  }

  private static String cells(Row row, int ages, Function<Value, String> cell) {
    return IntStream.range(0, ages)
        .mapToObj(age -> age < row.values().size() ? cell.apply(row.values().get(age)) : "")
        .collect(Collectors.joining(",", ",", ""));
  }

  private static String rate(Value value) {
    return value.rate().isPresent()
        ? Double.toString(Rates.rounded(value.rate().getAsDouble()))
        : "";
  }
}
