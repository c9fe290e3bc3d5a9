package dev.homeport.loyalty.migration.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members as CSV: rows that follow on each other and name the same member in the same programme are
 * one, each with points of its own; an empty cell says nothing.
 */
final class MemberColumns implements CsvForm {
  private static final List<String> NAMING =
      List.of("channel", "externalId", "customerId", "programme");

  private static final Set<String> POINTS = Set.of("points", "usableFrom", "expiresAt");

  /** Where the cells of a tier go. */
  private static final Map<String, String> TIER =
      Map.of("tier", "key", "tierSince", "since", "tierUntil", "until", "tierProgress", "progress");

  static final String EXAMPLE =
      """
      channel,externalId,points,expiresAt,tier,tierSince,tierProgress
      shop,buyer-1001,1200,2027-12-31T23:00:00Z,silver,2026-02-01T00:00:00Z,640
      shop,buyer-1001,80,,,,
      """;

  @Override
  public List<String> header(List<String> cells) {
    return names(
        cells, name -> NAMING.contains(name) || POINTS.contains(name) || TIER.containsKey(name));
  }

  @Override
  public CsvRows begin(List<String> header) {
    return new Rows(header);
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(LoyaltyProblem.CSV_UNREADABLE, detail);
  }

  private final class Rows implements CsvRows {
    private final List<String> header;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private @Nullable Problem problem;
    private @Nullable Map<String, String> named;

    private Rows(List<String> header) {
      this.header = header;
    }

    @Override
    public boolean takes(List<String> cells) {
      Map<String, String> row = row(cells);
      var naming = new LinkedHashMap<>(row);
      naming.keySet().retainAll(NAMING);
      if (named != null && !named.equals(naming)) {
        return false;
      }
      named = naming;
      if (cells.size() > header.size()) {
        problem = unreadable("A row has more values than the header names.");
      }
      naming.forEach(document::put);
      addPoints(row);
      addTier(row);
      return true;
    }

    private Map<String, String> row(List<String> cells) {
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        if (!cells.get(i).isEmpty()) {
          row.put(header.get(i), cells.get(i));
        }
      }
      return row;
    }

    private void addPoints(Map<String, String> row) {
      var lot = JsonNodeFactory.instance.objectNode();
      row.forEach(
          (name, text) -> {
            if (POINTS.contains(name)) {
              lot.set(name, value(name, text));
            }
          });
      if (!lot.isEmpty()) {
        document.withArrayProperty("lots").add(lot);
      }
    }

    /** What is no number is told so when the document is read. */
    private static JsonNode value(String name, String text) {
      return name.equals("points") && text.matches("\\d{1,18}")
          ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
          : JsonNodeFactory.instance.textNode(text);
    }

    private void addTier(Map<String, String> row) {
      TIER.forEach(
          (column, field) -> {
            if (row.containsKey(column)) {
              document.withObjectProperty("tier").put(field, row.get(column));
            }
          });
    }

    @Override
    public JsonNode json() {
      if (problem != null) {
        throw problem;
      }
      return document;
    }
  }
}
