package dev.homeport.system.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What the figures were measured on. */
final class Machine {
  private static final int KIB_PER_GIB = 1 << 20;

  private Machine() {}

  /** Processor, cores, memory, system and Java. */
  static String describe() {
    return "%d cores (%s), %s GiB, %s %s, Java %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", line -> line.startsWith("model name")),
            memory(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String memory() {
    String kib = value("/proc/meminfo", line -> line.startsWith("MemTotal")).replaceAll("\\D", "");
    return kib.isEmpty() ? "?" : Long.toString(Math.round(Double.parseDouble(kib) / KIB_PER_GIB));
  }

  private static String value(String file, Predicate<String> wanted) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(wanted)
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException _) {
      return "?";
    }
  }
}
