package dev.homeport.gateway.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the lines of the access log, one after the other, on a thread of its own. */
@ApplicationScoped
class AccessLogWriter {
  private static final Logger LOG = Logger.getLogger(AccessLogWriter.class);
  private static final int BUFFER = 64 << 10;
  private static final int AT_ONCE = 256;
  private static final double NANOS_IN_MILLI = 1e6;

  private final AccessLogConfig config;
  private final OwnTemplates templates;
  private final BlockingQueue<Exchanged> waiting;
  private final Counter dropped;
  private final JsonFactory json = new JsonFactory();
  private final @Nullable Thread thread;
  private volatile boolean stopping;

  AccessLogWriter(AccessLogConfig config, OwnTemplates templates, MeterRegistry metrics) {
    this.config = config;
    this.templates = templates;
    this.waiting = new ArrayBlockingQueue<>(Math.max(1, config.waiting()));
    this.dropped = metrics.counter("homeport.gateway.access.log.dropped");
    this.thread =
        config.enabled() ? Thread.ofPlatform().daemon().name("access-log").start(this::run) : null;
  }

  /** Never blocks. */
  void write(Exchanged entry) {
    if (!waiting.offer(entry)) {
      dropped.increment();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    if (thread != null) {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    }
  }

  private void run() {
    try (OutputStream out = new BufferedOutputStream(target(), BUFFER)) {
      var batch = new ArrayList<Exchanged>(AT_ONCE);
      while (!stopping || !waiting.isEmpty()) {
        Exchanged first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, AT_ONCE - 1);
          for (Exchanged entry : batch) {
            line(entry, out);
          }
          out.flush();
          batch.clear();
        }
      }
    } catch (IOException e) {
      LOG.errorf("the access log ends, it cannot be written: %s", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private OutputStream target() throws IOException {
    return config.file().isPresent()
        ? new FileOutputStream(config.file().get().toFile(), true)
        : new FileOutputStream(FileDescriptor.out);
  }

  private void line(Exchanged entry, OutputStream out) throws IOException {
    try (JsonGenerator line = json.createGenerator(out)) {
      line.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      line.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      line.writeStartObject();
      line.writeStringField("timestamp", entry.at.toString());
      line.writeStringField("log", "access");
      line.writeStringField("method", entry.method);
      line.writeStringField("route", route(entry));
      line.writeStringField("service", entry.route == null ? "gateway" : entry.route.service());
      line.writeNumberField("status", entry.status);
      if (!entry.complete) {
        line.writeBooleanField("complete", false);
      }
      line.writeNumberField("durationMs", Math.round(entry.nanos / NANOS_IN_MILLI * 10) / 10.0);
      line.writeNumberField("bytesIn", entry.bytesIn);
      line.writeNumberField("bytesOut", entry.bytesOut);
      if (entry.caller != null) {
        UUID tenant = entry.caller.tenant();
        if (tenant != null) {
          line.writeStringField("tenant", tenant.toString());
        }
        // Of who signs instead, the address is all that is known: it is not told.
        if (entry.route == null || !entry.route.signed()) {
          line.writeStringField("client", entry.caller.client());
        }
      }
      if (entry.traceId != null) {
        line.writeStringField("traceId", entry.traceId);
      }
      line.writeEndObject();
    }
    out.write('\n');
  }

  private String route(Exchanged entry) {
    return entry.route == null ? templates.of(entry.method, entry.path) : entry.route.template();
  }
}
