package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a text of a media type other than JSON has to be, whatever it tells. */
final class Form {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Form() {}

  /** What is wrong with a text, as sentences; nothing where no form is known. */
  static List<String> faults(String mediaType, String text) {
    return switch (mediaType) {
      case "image/svg+xml" -> Markup.faults("svg", text);
      case "text/html" -> Markup.faults("html", text);
      case "text/csv" -> csv(text);
      default -> List.of();
    };
  }

  /** A header of different names, and as many values in every row; each line may end in a comma. */
  private static List<String> csv(String text) {
    var reader =
        new CsvMapper().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    try (MappingIterator<List<String>> rows =
        reader.readValues(text.replace(BYTE_ORDER_MARK, ""))) {
      var faults = new ArrayList<String>();
      if (!rows.hasNext()) {
        return List.of("it has no header");
      }
      List<String> header = rows.next();
      List<String> names =
          header.getLast().isEmpty() ? header.subList(0, header.size() - 1) : header;
      if (new HashSet<>(names).size() < names.size() || names.contains("")) {
        faults.add("its header has names that are empty or the same: " + header);
      }
      while (rows.hasNext() && faults.isEmpty()) {
        List<String> row = rows.next();
        if (row.size() != header.size()) {
          faults.add("a row has " + row.size() + " values for " + header.size() + " names: " + row);
        }
      }
      return faults;
    } catch (IOException e) {
      return List.of("it is no CSV: " + e.getMessage());
    }
  }
}
