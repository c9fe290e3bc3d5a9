package dev.homeport.gateway.home;

import dev.homeport.gateway.upstream.Upstream;
import dev.homeport.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * {@code /q/health/suite}: whether all services are ready, asked in parallel at this moment. For
 * people and dashboards; the gateway's own probes depend on nobody.
 */
@ApplicationScoped
class SuiteHealth {
  private static final int ORDER = -90_000;

  private final Upstreams upstreams;

  SuiteHealth(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  void install(@Observes Router router) {
    router.get("/q/health/suite").order(ORDER).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    List<Future<String>> states = upstreams.all().stream().map(this::state).toList();
    Future.all(states).onSuccess(_ -> write(context, states));
  }

  /** Never fails. */
  private Future<String> state(Upstream upstream) {
    return upstreams
        .document(upstream, "/q/health/ready")
        .map(health -> "UP".equals(health.toJsonObject().getString("status")) ? "UP" : "DOWN")
        .otherwise("DOWN");
  }

  private void write(RoutingContext context, List<Future<String>> states) {
    var services = new JsonObject();
    boolean up = true;
    int i = 0;
    for (Upstream upstream : upstreams.all()) {
      String state = states.get(i++).result();
      services.put(upstream.name(), state);
      up &= state.equals("UP");
    }
    context
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(new JsonObject().put("status", up ? "UP" : "DOWN").put("services", services).encode());
  }
}
