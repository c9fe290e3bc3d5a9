package dev.homeport.local.cli;

import dev.homeport.local.LocalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.wrapped.ProgressBarWrappedInputStream;

/**
 * Sends a file of orders through the gateway, as a client would, and follows the job to its end.
 */
final class OrderImport {

  private static final long MIB = 1024L * 1024;

  private final Api api;

  OrderImport(Api api) {
    this.api = api;
  }

  void run(Path file) {
    var job = follow(send(file));
    System.out.printf(
        "%nImport of %s: %s lines; new %s, revised %s, known %s, refused %s.%n",
        file.getFileName(),
        Figures.count(job.state().path("processed").asLong()),
        Figures.count(job.count("new")),
        Figures.count(job.count("revised")),
        Figures.count(job.count("unchanged") + job.count("ignored")),
        Figures.count(job.failed()));
    job.refusals().forEach(refusal -> System.out.println("  " + refusal));
    job.requireSuccess();
  }

  private Api.Answer send(Path file) {
    try (var bar = Bars.open("Sending", Files.size(file), " MiB", MIB)) {
      var body = HttpRequest.BodyPublishers.ofInputStream(() -> open(file, bar));
      return api.upload("/v1/order-imports?backfill=true", "application/x-ndjson", body);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private WatchedJob follow(Api.Answer accepted) {
    try (var bar = Bars.open("Importing", -1)) {
      return WatchedJob.follow(
          api,
          accepted,
          job -> bar.maxHint(job.path("total").asLong(-1)).stepTo(job.path("processed").asLong()));
    }
  }

  private static InputStream open(Path file, ProgressBar bar) {
    try {
      var raw = new ProgressBarWrappedInputStream(Files.newInputStream(file), bar);
      return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
