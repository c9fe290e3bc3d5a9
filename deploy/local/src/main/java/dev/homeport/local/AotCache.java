package dev.homeport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the JVM learned of a program when it last ran, kept for its next start: its classes, read
 * and linked, and which of its methods are hot (JEP 483, 514 and 515). A start then takes about
 * half of the processor time. A detached program that has no cache is watched while it runs; {@link
 * #assemble} makes the cache of what was seen once it has ended. Each build of a program, JDK and
 * set of flags has a cache of its own. The JVM leaves a cache alone that it cannot use.
 */
final class AotCache {

  private static final Duration ASSEMBLY_LIMIT = Duration.ofMinutes(5);
  private static final String RECORDING = ".aotconf";
  private static final String PROGRAM = ".program";
  private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

  private final Path directory;
  private final String name;
  private final JavaProgram program;

  AotCache(Path directory, JavaProgram program) {
    this.directory = directory;
    this.name = program.name() + "-" + program.key();
    this.program = program;
  }

  /** The command that runs the program, with its cache or watched for one. */
  List<String> command(Lifetime lifetime) {
    var cache = file(directory, name, ".aot");
    if (Files.exists(cache)) {
      return program.command(with("-XX:AOTCache=" + cache));
    }
    return switch (lifetime) {
      case DETACHED -> watched();
      case THIS_JVM -> program.command(List.of());
    };
  }

  private List<String> watched() {
    var recording = "-XX:AOTConfiguration=" + file(directory, name, RECORDING);
    var assembly =
        program.command(
            with("-XX:AOTMode=create", recording, "-XX:AOTCache=" + file(directory, name, ".new")));
    try {
      forgetOthers();
      Files.write(file(directory, name, PROGRAM), assembly);
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
    return program.command(with("-XX:AOTMode=record", recording));
  }

  /** Caches of other builds are of no use any more, and large. */
  private void forgetOthers() throws IOException {
    var own = program.name() + "-[0-9a-f]{8}\\.[a-z]+";
    for (var file : files(directory)) {
      if (file.getFileName().toString().matches(own)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<String> with(String... flags) {
    var all = new ArrayList<>(List.of(flags));
    all.addAll(QUIET);
    return all;
  }

  /** Whether there is anything to assemble. */
  static boolean anyRecorded(Path directory) {
    return !recorded(directory).isEmpty();
  }

  /** Forgets what was watched; for programs that did not come as far as they should. */
  static void discard(Path directory) {
    try {
      for (var name : recorded(directory)) {
        Files.deleteIfExists(file(directory, name, RECORDING));
      }
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Makes caches of all that was watched and has ended; what fails is watched again. */
  static void assemble(Path directory) {
    recorded(directory).parallelStream().forEach(name -> assemble(directory, name));
  }

  private static void assemble(Path directory, String name) {
    try {
      var words = Files.readAllLines(file(directory, name, PROGRAM));
      var log = file(directory, name, ".log");
      var command = new Child.Command(name, words, Map.of(), directory, log);
      var assembly = Child.start(command, Lifetime.THIS_JVM);
      var ended = Await.until(ASSEMBLY_LIMIT, () -> !assembly.alive());
      var fresh = file(directory, name, ".new");
      if (ended && Files.exists(fresh) && Files.size(fresh) > 0) {
        Files.move(fresh, file(directory, name, ".aot"), StandardCopyOption.ATOMIC_MOVE);
      } else {
        assembly.kill();
      }
      for (var suffix : List.of(RECORDING, PROGRAM, ".new", ".log")) {
        Files.deleteIfExists(file(directory, name, suffix));
      }
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<String> recorded(Path directory) {
    try {
      return files(directory).stream()
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(RECORDING))
          .map(file -> file.substring(0, file.length() - RECORDING.length()))
          .filter(name -> Files.exists(file(directory, name, PROGRAM)))
          .toList();
    } catch (IOException e) {
      throw new LocalException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static Path file(Path directory, String name, String suffix) {
    return directory.resolve(name + suffix);
  }
}
