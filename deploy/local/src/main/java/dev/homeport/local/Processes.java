package dev.homeport.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file that tells a later command which processes make up a suite. A process id alone may by
 * then be another program's, so each is kept with the moment its process began.
 */
final class Processes {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /** A process as it was when it began; epoch milliseconds. */
  record Known(long pid, long startedAt) {

    static Known of(ProcessHandle process) {
      return new Known(process.pid(), startedAt(process));
    }

    Optional<ProcessHandle> running() {
      return ProcessHandle.of(pid)
          .filter(Alive::is)
          .filter(process -> Math.abs(startedAt(process) - startedAt) < CLOCK_TOLERANCE.toMillis());
    }

    private static long startedAt(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  /** What the file holds. */
  record Content(Ports ports, Map<String, Known> processes) {}

  private final Path file;

  Processes(Path data) {
    this.file = data.resolve("suite.json");
  }

  Optional<Content> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), Content.class));
    } catch (IOException _) {
      return Optional.empty(); // cut short by a crash: as good as none
    }
  }

  synchronized void begin(Ports ports) {
    write(new Content(ports, Map.of()));
  }

  synchronized void add(String name, ProcessHandle process) {
    var content = read().orElseThrow();
    var processes = new LinkedHashMap<>(content.processes());
    processes.put(name, Known.of(process));
    write(new Content(content.ports(), processes));
  }

  synchronized void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private void write(Content content) {
    try {
      Files.createDirectories(file.getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      JSON.writeValue(fresh.toFile(), content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
