package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.job.document.SingleRow;
import dev.homeport.platform.job.document.SingleRow.Column;
import dev.homeport.platform.problem.Problem;
import java.util.List;
import java.util.Set;

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
    return new SingleRow(
        this,
        header.stream().<Column>map(name -> (member, text) -> member.put(name, text)).toList());
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(AnalyticsProblem.CSV_UNREADABLE, detail);
  }
}
