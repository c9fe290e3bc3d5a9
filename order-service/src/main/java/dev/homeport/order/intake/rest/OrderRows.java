package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that make one document: the JSON that the API takes for it. */
final class OrderRows implements CsvRows {
  /** One more than a document may have, so that it is refused and memory stays bounded. */
  private static final int MAX_LINES = 1001;

  private static final int LONG_DIGITS = 18;

  private final CsvColumns columns;
  private final List<String> header;
  private final Map<String, String> values = new HashMap<>();
  private final List<Map<String, String>> lines = new ArrayList<>();
  private @Nullable Problem fault;
  private @Nullable List<String> key;

  OrderRows(CsvColumns columns, List<String> header) {
    this.columns = columns;
    this.header = header;
  }

  @Override
  public boolean takes(List<String> cells) {
    List<String> other = key(cells);
    if (key == null) {
      key = other;
    } else if (!key.equals(other)) {
      return false;
    }
    if (cells.size() > header.size()) {
      fault = columns.unreadable("A row has more values than the header names.");
      return true;
    }
    var line = new HashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        put(header.get(i), cells.get(i), line);
      }
    }
    if (!line.isEmpty() && lines.size() < MAX_LINES) {
      lines.add(line);
    }
    return true;
  }

  private List<String> key(List<String> cells) {
    var found = new ArrayList<String>(2);
    for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
      if (CsvColumns.isKey(header.get(i))) {
        found.add(cells.get(i));
      }
    }
    return found;
  }

  private void put(String column, String value, Map<String, String> line) {
    if (columns.line().contains(column)) {
      line.put(column, value);
      return;
    }
    String before = values.putIfAbsent(column, value);
    if (before != null && !before.equals(value)) {
      fault =
          columns
              .unreadable("Rows of one document contradict each other.")
              .at(place(column).toString(), "differs from the document's first row");
    }
  }

  private JsonPointer place(String column) {
    return java.util.Objects.requireNonNull(columns.document().get(column));
  }

  @Override
  public JsonNode json() {
    if (fault != null) {
      throw fault;
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    values.forEach((column, value) -> set(document, place(column), node(column, value)));
    ArrayNode array = document.putArray("lines");
    for (Map<String, String> line : lines) {
      ObjectNode object = array.addObject();
      line.forEach((column, value) -> object.set(column, node(column, value)));
    }
    return document;
  }

  private static void set(ObjectNode document, JsonPointer place, JsonNode value) {
    ObjectNode parent = document;
    JsonPointer rest = place;
    while (!rest.tail().matches()) {
      parent = parent.withObjectProperty(rest.getMatchingProperty());
      rest = rest.tail();
    }
    parent.set(rest.getMatchingProperty(), value);
  }

  private JsonNode node(String column, String value) {
    boolean number =
        columns.numbers().contains(column)
            && value.length() <= LONG_DIGITS
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? LongNode.valueOf(Long.parseLong(value)) : TextNode.valueOf(value);
  }
}
