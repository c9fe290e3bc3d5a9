package dev.homeport.platform.job.document;

import dev.homeport.platform.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** What a CSV file of documents of one kind holds, and how its rows make them. */
public interface CsvForm {

  /**
   * The names of the columns.
   *
   * @throws Problem when they are not what such a file can hold
   */
  List<String> header(List<String> cells);

  /** A document of a file with these columns, before its first row. */
  CsvRows begin(List<String> header);

  /** The refusal of a file or row that cannot be read. */
  Problem unreadable(String detail);

  /** The names that cells of a header hold: each known, and none twice. */
  default List<String> names(List<String> cells, Predicate<String> known) {
    List<String> names =
        cells.stream().map(cell -> cell.startsWith("\uFEFF") ? cell.substring(1) : cell).toList();
    if (!names.stream().allMatch(known)) {
      throw unreadable("The header names a column that is not known.");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw unreadable("The header names a column twice.");
    }
    return names;
  }
}
