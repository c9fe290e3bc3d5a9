package dev.homeport.platform.job.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that is one row; an empty cell says nothing. */
public final class SingleRow implements CsvRows {
  private final CsvForm form;
  private final List<? extends Column> columns;
  private @Nullable List<String> cells;

  /** Of columns in the order of the header. */
  public SingleRow(CsvForm form, List<? extends Column> columns) {
    this.form = form;
    this.columns = List.copyOf(columns);
  }

  /** Puts the text of a cell where it belongs. */
  @FunctionalInterface
  public interface Column {
    void put(ObjectNode document, String text);
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
    if (row.size() > columns.size()) {
      throw form.unreadable("A row has more values than the header names.");
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        columns.get(i).put(document, row.get(i));
      }
    }
    return document;
  }
}
