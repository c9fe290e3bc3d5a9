package dev.homeport.analytics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Real data with results computed by others, beside the checkout ({@code ../shared/data}); a test
 * that asks for it is skipped where it is absent.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** The lines of a file, unpacked. */
  public static List<String> lines(String file) {
    try (var stream = Files.newInputStream(locate(file));
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(stream) : stream,
                    StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON file. */
  public static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(locate(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a CSV file without quotes, by the names in its first line. */
  public static List<Map<String, String>> rows(String file) {
    List<String> lines = lines(file);
    String[] names = lines.getFirst().split(",", -1);
    return lines.stream().skip(1).map(line -> row(names, line.split(",", -1))).toList();
  }

  /** The lines of a file that is not packed. */
  public static List<String> plainLines(String file) {
    try {
      return Files.readAllLines(locate(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a CSV file that is not packed. */
  public static List<Map<String, String>> plainRows(String file) {
    List<String> lines = plainLines(file);
    String[] names = lines.getFirst().split(",", -1);
    return lines.stream().skip(1).map(line -> row(names, line.split(",", -1))).toList();
  }

  private static Map<String, String> row(String[] names, String[] values) {
    var row = new HashMap<String, String>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  private static Path locate(String file) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data").resolve(file);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, "No shared/data/" + file + " beside the checkout: not compared");
    throw new IllegalStateException("unreachable");
  }
}
