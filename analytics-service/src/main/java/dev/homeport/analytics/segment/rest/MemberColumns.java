package dev.homeport.analytics.segment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members as CSV: a row is a customer. */
record MemberColumns() implements CsvForm {
  private static final Set<String> KNOWN = Set.of("customerId", "action");

  @Override
  public List<String> header(List<String> cells) {
    List<String> names = names(cells, KNOWN::contains);
    if (!names.contains("customerId")) {
      throw unreadable("The header does not name customerId.");
    }
    return names;
  }

  @Override
  public CsvRows begin(List<String> header) {
    return new Row(this, header);
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(AnalyticsProblem.MEMBER_CSV_UNREADABLE, detail);
  }

  private static final class Row implements CsvRows {
    private final CsvForm form;
    private final List<String> header;
    private @Nullable List<String> cells;

    private Row(CsvForm form, List<String> header) {
      this.form = form;
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
        throw form.unreadable("A row has more values than the header names.");
      }
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          document.put(header.get(i), row.get(i));
        }
      }
      return document;
    }
  }
}
