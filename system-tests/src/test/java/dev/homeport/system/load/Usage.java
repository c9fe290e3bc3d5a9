package dev.homeport.system.load;

import dev.homeport.local.PostgresServer;
import dev.homeport.local.Service;
import dev.homeport.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Processor time by process, as Linux counts it in {@code /proc}; empty on other systems.
 *
 * @param time by the name of the process
 */
record Usage(Map<String, Duration> time) {
  static final Usage NONE = new Usage(Map.of());

  private static final long NANOS_PER_TICK = 10_000_000;
  private static final int OWN_USER_TIME = 11;
  private static final int OWN_AND_CHILDREN = 4;
  private static final double SHOWN_MILLIS = 0.005;

  /** What the parts of the suite and this process have taken since they started. */
  static Usage of(Suite suite) {
    var time = new TreeMap<String, Duration>();
    for (Service service : Service.values()) {
      time.put(service.id(), own(suite.service(service).process()));
    }
    time.put("kafka", own(suite.kafka().process()));
    time.put("generator", own(ProcessHandle.current()));
    PostgresServer.running(suite.settings().data().resolve("postgres"))
        .ifPresent(postmaster -> time.put("postgres", family(postmaster)));
    return new Usage(time);
  }

  /** What was taken since an earlier look. */
  Usage since(Usage before) {
    var taken = new TreeMap<String, Duration>();
    time.forEach(
        (name, now) -> {
          Duration difference = now.minus(before.time().getOrDefault(name, Duration.ZERO));
          taken.put(name, difference.isNegative() ? Duration.ZERO : difference);
        });
    return new Usage(taken);
  }

  /** Milliseconds for each of so many requests: all together, and by process. */
  String per(long requests) {
    var words = new StringJoiner(", ");
    double all = time.values().stream().mapToLong(Duration::toNanos).sum() / 1e6;
    words.add(String.format(Locale.ROOT, "all %.2f", all / Math.max(1, requests)));
    time.forEach(
        (name, taken) -> {
          double millis = taken.toNanos() / 1e6 / Math.max(1, requests);
          if (millis >= SHOWN_MILLIS) {
            words.add(String.format(Locale.ROOT, "%s %.2f", name, millis));
          }
        });
    return time.isEmpty() ? "-" : words.toString();
  }

  /** A server that gives each connection a process, those included that have ended. */
  private static Duration family(ProcessHandle root) {
    return root.descendants().map(Usage::own).reduce(ownAndEnded(root), Duration::plus);
  }

  private static Duration own(ProcessHandle process) {
    return ticks(process, 2);
  }

  private static Duration ownAndEnded(ProcessHandle process) {
    return ticks(process, OWN_AND_CHILDREN);
  }

  /** User and system time are two neighbouring fields, those of ended children the next two. */
  private static Duration ticks(ProcessHandle process, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 0; i < fields; i++) {
        ticks += Long.parseLong(words[OWN_USER_TIME + i]);
      }
      return Duration.ofNanos(ticks * NANOS_PER_TICK);
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }
}
