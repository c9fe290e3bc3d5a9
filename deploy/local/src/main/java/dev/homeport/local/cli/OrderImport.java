package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.local.LocalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.wrapped.ProgressBarWrappedInputStream;

/**
 * Sends a file of orders through the gateway, as a client would, and follows the job to its end.
 */
final class OrderImport {

  private static final Set<String> UNFINISHED = Set.of("queued", "running");
  private static final long PAUSE_NANOS = 250_000_000;
  private static final int ERRORS_SHOWN = 5;
  private static final long MIB = 1024L * 1024;

  private final Api api;

  OrderImport(Access access) {
    var tenant = access.find(Tenants.DEMO).orElseThrow();
    this.api = new Api(access.gateway(), tenant.apiKey());
  }

  void run(Path file) {
    var job = follow(send(file));
    System.out.printf(
        "Import %s: %d lines, %d taken, %d refused.%n",
        job.path("status").asText(),
        job.path("processed").asLong(),
        job.path("succeeded").asLong(),
        job.path("failed").asLong());
    if (job.path("failed").asLong() > 0) {
      printErrors(job);
    }
    RfmGrid.print(api);
  }

  /** Streams the file and returns the path of the job. */
  private String send(Path file) {
    try (var bar = bar("Sending", Files.size(file), " MiB", MIB)) {
      var body = HttpRequest.BodyPublishers.ofInputStream(() -> open(file, bar));
      var answer = api.upload("/v1/order-imports?backfill=true", "application/x-ndjson", body);
      answer.required("The import");
      return answer.location().orElseThrow(() -> new LocalException("The import has no job."));
    } catch (IOException e) {
      throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private JsonNode follow(String location) {
    try (var bar = bar("Importing", -1, "", 1)) {
      while (true) {
        var job = api.get(location).required("The import");
        bar.maxHint(job.path("total").asLong(-1)).stepTo(job.path("processed").asLong());
        if (!UNFINISHED.contains(job.path("status").asText())) {
          return job;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void printErrors(JsonNode job) {
    var href = job.path("errors").path("href").asText();
    api.lines(href).limit(ERRORS_SHOWN).forEach(line -> System.out.println("  " + line));
  }

  private static InputStream open(Path file, ProgressBar bar) {
    try {
      var raw = new ProgressBarWrappedInputStream(Files.newInputStream(file), bar);
      return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProgressBar bar(String task, long total, String unit, long size) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setUnit(unit, size)
        .setUpdateIntervalMillis(500)
        .build();
  }
}
