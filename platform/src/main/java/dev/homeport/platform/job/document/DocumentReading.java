package dev.homeport.platform.job.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import java.util.function.Function;

/**
 * How the documents of an import are read, however they are written.
 *
 * @param csv the columns, where they are written so
 * @param line makes a document of a line of JSON, or throws a {@link Problem}
 * @param rows makes a document of rows, or throws a {@link Problem}
 */
public record DocumentReading<D>(
    CsvForm csv, Function<String, D> line, Function<JsonNode, D> rows) {

  /**
   * Reads JSON of a type.
   *
   * @param take makes the document of what was read, or throws a {@link Problem}
   */
  public static <T, D> DocumentReading<D> of(
      CsvForm csv, JsonDocuments json, Class<T> type, Function<T, D> take) {
    return new DocumentReading<>(
        csv, text -> take.apply(json.read(text, type)), tree -> take.apply(json.read(tree, type)));
  }

  /** Opens the documents of an input after a line. */
  Items<D> open(JobRun run, long after) {
    return isCsv(run)
        ? new CsvItems<>(run.body(), csv, after, found -> rows.apply(found.json()))
        : new LineItems<>(run.lines(after), line);
  }

  /** How many documents an input holds, sound or not. */
  long count(JobRun run) {
    return isCsv(run) ? CsvItems.count(run.body(), csv) : LineItems.count(run.body());
  }

  private static boolean isCsv(JobRun run) {
    return run.parameters(ImportParameters.class).csv();
  }
}
