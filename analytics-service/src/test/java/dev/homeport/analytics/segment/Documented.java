package dev.homeport.analytics.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code docs/segments.md} says, so that it cannot say anything else than what holds. */
public final class Documented {
  private static final Path FILE = Path.of("../docs/segments.md");
  private static final Pattern ROW = Pattern.compile("\\| ([^|`]+) \\| `(.*)` \\|");

  private Documented() {}

  /** The expressions of merchants by whom they are about. */
  public static Map<String, String> expressions() {
    var rows = new LinkedHashMap<String, String>();
    boolean within = false;
    for (String line : lines()) {
      within = line.startsWith("| who |") || (within && !line.isBlank());
      var row = ROW.matcher(line);
      if (within && row.matches()) {
        rows.put(row.group(1), row.group(2));
      }
    }
    return rows;
  }

  static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
