package dev.homeport.analytics.price.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    return new Row(header);
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(AnalyticsProblem.CSV_UNREADABLE, detail);
  }

  private final class Row implements CsvRows {
    private final List<String> header;
    private @Nullable List<String> cells;

    private Row(List<String> header) {
      this.header = header;
    }

    @Override
    public boolean takes(List<String> row) {
      boolean first = cells == null;
      if (first) {
        cells = row;
      }
      return first;
    }

    @Override
    public JsonNode json() {
      List<String> row = cells == null ? List.of() : cells;
      if (row.size() > header.size()) {
        throw unreadable("A row has more values than the header names.");
      }
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          put(document, Objects.requireNonNull(FIELDS.get(header.get(i))), row.get(i));
        }
      }
      return document;
    }

    private static void put(ObjectNode document, String field, String value) {
      String[] steps = field.substring(1).split("/");
      ObjectNode at = steps.length == 1 ? document : document.withObjectProperty(steps[0]);
      at.put(steps[steps.length - 1], value);
    }
  }
}
