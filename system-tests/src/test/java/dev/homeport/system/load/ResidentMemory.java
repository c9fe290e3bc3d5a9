package dev.homeport.system.load;

import dev.homeport.local.Service;
import dev.homeport.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Memory of processes that is in use, in bytes; 0 where the system does not say. */
final class ResidentMemory implements AutoCloseable {
  private static final long BYTES_PER_KIB = 1024;
  private static final Duration PACE = Duration.ofMillis(100);

  private final CountDownLatch over = new CountDownLatch(1);
  private final ProcessHandle process;
  private final Thread thread;
  private volatile long highest;

  private ResidentMemory(ProcessHandle process) {
    this.process = process;
    this.thread = Thread.ofPlatform().name("memory").start(this::watch);
  }

  /** Looks at a process until it is closed. */
  static ResidentMemory watch(ProcessHandle process) {
    return new ResidentMemory(process);
  }

  static long ofServices(Suite suite) {
    return Arrays.stream(Service.values())
        .mapToLong(service -> of(suite.service(service).process()))
        .sum();
  }

  static long of(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }

  /** The most that was seen so far. */
  long highest() {
    return highest;
  }

  private void watch() {
    try {
      do {
        highest = Math.max(highest, of(process));
      } while (!over.await(PACE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
