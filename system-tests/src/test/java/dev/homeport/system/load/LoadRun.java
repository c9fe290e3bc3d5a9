package dev.homeport.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.system.load.Measurement.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures the suite and writes {@code target/load/report.md}. Errors fail it; a goal that is not
 * reached is only told.
 */
class LoadRun {
  /** What leaves most behind comes last. */
  private static final List<Measurement> ALL =
      List.of(
          new StartUp(),
          new Reads(),
          new GatewayCost(),
          new Freshness(),
          new EventDelay(),
          new OutboxDrain(),
          new ValueFits(),
          new WholeChain(),
          new CustomerScores(),
          new Imports(Stage.WHOLE_SUITE),
          new SingleOrders(Stage.WHOLE_SUITE),
          new StartUp.AfterLoad(),
          new SingleOrders(Stage.INTAKE_ALONE),
          new Imports(Stage.INTAKE_ALONE),
          new KilledImport(),
          new CustomerSearches(),
          new SegmentPreviews(),
          new Backtests());

  @Test
  void everythingIsMeasuredWithoutErrors() throws IOException {
    var settings = LoadSettings.fromSystem();
    Path output = empty(Path.of("target/load").toAbsolutePath());
    var report = new Report(output, settings);
    try (var bench = Bench.start(settings, output)) {
      var wanted = ALL.stream().filter(each -> settings.wants(each.goal())).toList();
      // What restarts the suite would cut a recording short.
      var recorded = wanted.stream().filter(each -> !(each instanceof StartUp)).toList();
      wanted.stream()
          .filter(each -> !recorded.contains(each))
          .forEach(each -> take(each, bench, report));
      var recording = FlightRecording.begin(bench);
      recorded.forEach(each -> take(each, bench, report));
      recording.ifPresent(FlightRecording::close);
    }
    assertThat(report.errors()).as("errors, see %s", output.resolve("report.md")).isZero();
  }

  /** What a run before has left would only be mistaken for this one's. */
  private static Path empty(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(directory);
  }

  private static void take(Measurement measurement, Bench bench, Report report) {
    Bench.say("== %s %s", measurement.goal(), measurement.getClass().getSimpleName());
    try {
      bench.enter(measurement.stage());
      report.add(measurement.measure(bench));
    } catch (Exception e) {
      e.printStackTrace();
      report.broken(measurement.goal(), e);
    }
  }
}
