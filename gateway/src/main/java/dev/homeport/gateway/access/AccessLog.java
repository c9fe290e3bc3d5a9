package dev.homeport.gateway.access;

import dev.homeport.gateway.authentication.Caller;
import dev.homeport.gateway.route.Route;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each request when it is over: what was asked for as a template, by whom, and what came
 * of it. Never told are paths as they came, queries, headers, bodies, credentials and addresses of
 * clients. A line is made and written by a thread of its own.
 */
@ApplicationScoped
public class AccessLog {
  /** Before everything else that answers. */
  private static final int ORDER = -110_000;

  private static final String ENTRY = AccessLog.class.getName();

  private final AccessLogConfig config;
  private final AccessLogWriter writer;

  AccessLog(AccessLogConfig config, AccessLogWriter writer) {
    this.config = config;
    this.writer = writer;
  }

  void install(@Observes Router router) {
    if (config.enabled()) {
      router.route().order(ORDER).handler(this::begin);
    }
  }

  private void begin(RoutingContext context) {
    HttpServerRequest request = context.request();
    var span = Span.current().getSpanContext();
    var entry = new Exchanged(request, span.isValid() ? span.getTraceId() : null);
    context.put(ENTRY, entry);
    context.addEndHandler(_ -> end(entry, request));
    // An answer that is broken off on purpose ends with its connection and not by itself.
    request.connection().closeHandler(_ -> end(entry, request));
    context.next();
  }

  private void end(Exchanged entry, HttpServerRequest request) {
    if (entry.end(request)) {
      writer.write(entry);
    }
  }

  /** Which route a request takes; null for one that the gateway answers itself. */
  public static void matched(RoutingContext context, @Nullable Route route) {
    if (context.get(ENTRY) instanceof Exchanged entry) {
      entry.route = route;
    }
  }

  /** Whose request it is. */
  public static void known(RoutingContext context, Caller caller) {
    if (context.get(ENTRY) instanceof Exchanged entry) {
      entry.caller = caller;
    }
  }
}
