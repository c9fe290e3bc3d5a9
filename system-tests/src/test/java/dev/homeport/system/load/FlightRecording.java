package dev.homeport.system.load;

import dev.homeport.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A flight recording of one service, beside the report. The service writes it when it is told to,
 * and also when it ends.
 */
final class FlightRecording implements AutoCloseable {
  private static final String NAME = "load";

  private final long pid;
  private final Path file;

  private FlightRecording(long pid, Path file) {
    this.pid = pid;
    this.file = file;
  }

  /** Begins one when a service is to be profiled. */
  static Optional<FlightRecording> begin(Bench bench) {
    return bench
        .settings()
        .profiled()
        .map(
            service -> {
              var recording = new FlightRecording(pid(bench, service), file(bench, service));
              recording.command(
                  "JFR.start", "settings=profile", "dumponexit=true", "filename=" + recording.file);
              return recording;
            });
  }

  private static long pid(Bench bench, Service service) {
    return bench.suite().service(service).process().pid();
  }

  private static Path file(Bench bench, Service service) {
    return bench.output().toAbsolutePath().resolve(service.id() + ".jfr");
  }

  private void command(String verb, String... words) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                verb,
                "name=" + NAME));
    command.addAll(List.of(words));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor(60, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new IllegalStateException("No flight recording without jcmd of a JDK", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    command("JFR.stop", "filename=" + file);
  }
}
