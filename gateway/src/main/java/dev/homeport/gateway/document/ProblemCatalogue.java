package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A problem is the same thing in every service; only the codes differ, which the description lists
 * as rows of a table and the schema as an enumeration. In one document there is one catalogue.
 */
final class ProblemCatalogue {
  private static final String SCHEMA = "/components/schemas/Problem";
  private static final String ROW = "| `";

  private ProblemCatalogue() {}

  /** Gives every service the codes of all. */
  static void unite(List<ServiceApi> apis) {
    List<ObjectNode> problems =
        apis.stream()
            .map(api -> api.document().at(SCHEMA))
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
            .toList();
    var rows = new TreeSet<>(Comparator.comparing(ProblemCatalogue::status).thenComparing(r -> r));
    var codes = new TreeSet<String>();
    for (ObjectNode problem : problems) {
      description(problem).lines().filter(line -> line.startsWith(ROW)).forEach(rows::add);
      problem.at("/properties/code/enum").forEach(code -> codes.add(code.asText()));
    }
    for (ObjectNode problem : problems) {
      if (problem.at("/properties/code/enum") instanceof ArrayNode enumeration) {
        enumeration.removeAll();
        codes.forEach(enumeration::add);
        problem.put("description", withRows(description(problem), rows));
      }
    }
  }

  private static String withRows(String description, Iterable<String> rows) {
    var text = new StringBuilder();
    description
        .lines()
        .filter(line -> !line.startsWith(ROW))
        .forEach(l -> text.append(l).append('\n'));
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString().stripTrailing();
  }

  /** {@code | `not-found` | 404 | There is no such resource |}. */
  private static String status(String row) {
    String[] cells = row.split("\\|", 4);
    return cells.length < 4 ? "" : cells[2].strip();
  }

  private static String description(JsonNode problem) {
    return problem.path("description").asText();
  }
}
