package dev.homeport.local.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.homeport.local.LocalException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What is looked at before anything is started. */
final class Preflight {

  private static final long KIB = 1024;
  private static final long GIB = KIB * KIB * KIB;
  private static final long NEEDED = 4 * GIB;

  private Preflight() {}

  static void requireMemory() {
    requireMemory(available());
  }

  static void requireMemory(long available) {
    if (available < NEEDED) {
      throw new LocalException(
          "The suite needs 4 GiB of free memory and this machine has %.1f GiB: close something."
              .formatted((double) available / GIB));
    }
  }

  /** What the kernel says can be had without swapping, within the limit of a container. */
  private static long available() {
    long total =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.min(total, kernel().orElse(total));
  }

  private static OptionalLong kernel() {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty(); // not Linux
    }
  }
}
