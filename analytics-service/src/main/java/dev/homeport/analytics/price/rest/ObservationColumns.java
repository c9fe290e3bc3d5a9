package dev.homeport.analytics.price.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.job.document.SingleRow;
import dev.homeport.platform.job.document.SingleRow.Column;
import dev.homeport.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Observations as CSV: a row is an observation; an empty cell says nothing. */
final class ObservationColumns implements CsvForm {
  private static final Map<String, String> FIELDS =
      Map.of(
          "competitor", "/competitor",
          "sku", "/sku",
          "market", "/market",
          "price", "/price/amount",
          "currency", "/price/currency",
          "seenAt", "/seenAt",
          "source", "/source");

  static final String EXAMPLE =
      """
      competitor,sku,market,price,currency,seenAt,source
      rival-shop,JUG-7,DE,8.99,EUR,2025-11-20T08:00:00Z,crawler
      """;

  @Override
  public List<String> header(List<String> cells) {
    return names(cells, FIELDS::containsKey);
  }

  @Override
  public CsvRows begin(List<String> header) {
    return new SingleRow(this, header.stream().map(ObservationColumns::column).toList());
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(AnalyticsProblem.CSV_UNREADABLE, detail);
  }

  /** Where a column's cells go: a field, or one within another. */
  private static Column column(String name) {
    String[] steps = Objects.requireNonNull(FIELDS.get(name)).substring(1).split("/");
    return (document, text) -> {
      ObjectNode at = steps.length == 1 ? document : document.withObjectProperty(steps[0]);
      at.put(steps[steps.length - 1], text);
    };
  }
}
