package dev.homeport.platform.job.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.problem.Problem;
import java.util.List;

/** The rows of one document. */
public interface CsvRows {

  /** Takes a row that belongs to the document, as the first always does; false for another. */
  boolean takes(List<String> cells);

  /**
   * The document as the JSON that the API takes for it.
   *
   * @throws Problem when the rows make none
   */
  JsonNode json();
}
