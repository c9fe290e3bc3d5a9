package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.platform.job.document.CsvRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of a customer; an empty cell says nothing. */
final class CustomerRow implements CsvRows {
  private final CustomerColumns form;
  private final List<CustomerColumn> columns;
  private @Nullable List<String> cells;

  CustomerRow(CustomerColumns form, List<CustomerColumn> columns) {
    this.form = form;
    this.columns = columns;
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
