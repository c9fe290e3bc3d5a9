package dev.homeport.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of all rows, written anew with each one, so that a run that breaks leaves its part. */
final class Report {
  private final Path directory;
  private final LoadSettings settings;
  private final List<Row> rows = new ArrayList<>();

  Report(Path directory, LoadSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  void add(List<Row> more) {
    rows.addAll(more);
    more.forEach(row -> Bench.say("%s", line(row.cells())));
    write();
  }

  /** A measurement that broke is an error of the run. */
  void broken(String goal, Exception fault) {
    add(List.of(Row.of(goal, "broke off").measured("").errors(Map.of(String.valueOf(fault), 1L))));
  }

  long errors() {
    return rows.stream().mapToLong(Row::errors).sum();
  }

  private void write() {
    var text = new StringBuilder();
    text.append("# Load run of ")
        .append(LocalDate.now(ZoneOffset.UTC))
        .append("\n\n")
        .append(Machine.describe())
        .append("\n\nMedians of ")
        .append(settings.rounds())
        .append(" rounds (least..most), trials of ")
        .append(settings.trial().toSeconds())
        .append(" s. The generator runs on the same machine.\n\n")
        .append(line(Row.HEAD))
        .append('\n')
        .append(line(Row.HEAD.stream().map(_ -> "---").toList()))
        .append('\n');
    rows.forEach(row -> text.append(line(row.cells())).append('\n'));
    charts().forEach(chart -> text.append("\n![](").append(chart).append(")\n"));
    try {
      Files.writeString(directory.resolve("report.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> charts() {
    try (var files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".svg"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "/").replace('\n', ' '))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
