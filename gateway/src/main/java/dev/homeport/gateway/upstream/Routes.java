package dev.homeport.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.route.PublishedRoutes;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.route.RouteTable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The routes that the services publish in their own OpenAPI documents. A service that does not
 * answer keeps the routes it had; one that has never answered is asked again soon.
 */
@ApplicationScoped
public class Routes {
  private static final Logger LOG = Logger.getLogger(Routes.class);
  private static final String DOCUMENT = "/q/openapi?format=json";

  private final Upstreams upstreams;
  private final UpstreamConfig config;
  private final Vertx vertx;
  private final ObjectMapper json;
  private final Map<String, Publication> published = new HashMap<>();
  private volatile RouteTable table;
  private volatile Map<String, Buffer> documents = Map.of();
  private volatile boolean complete;
  private volatile boolean stopped;

  Routes(Upstreams upstreams, UpstreamConfig config, Vertx vertx, ObjectMapper json) {
    this.upstreams = upstreams;
    this.config = config;
    this.vertx = vertx;
    this.json = json;
    this.table = new RouteTable(names(), List.of());
  }

  /** What is known at this moment. */
  public RouteTable table() {
    return table;
  }

  /** Whether every service has published its routes, so that a path not found does not exist. */
  public boolean complete() {
    return complete;
  }

  /** The names of all services, in the order in which they are asked for what two publish. */
  public List<String> services() {
    return names();
  }

  /** The documents that have been read so far, by service; another map after every change. */
  public Map<String, Buffer> documents() {
    return documents;
  }

  void start(@Observes StartupEvent event) {
    upstreams.all().forEach(this::refresh);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void refresh(Upstream upstream) {
    if (stopped) {
      return;
    }
    upstreams
        .document(upstream, DOCUMENT)
        .compose(document -> vertx.executeBlocking(() -> read(upstream, document), false))
        .onSuccess(publication -> publish(upstream.name(), publication))
        .onFailure(
            failure ->
                LOG.debugf("routes not read service=%s %s", upstream.name(), failure.getMessage()))
        .onComplete(_ -> vertx.setTimer(pause(upstream), _ -> refresh(upstream)));
  }

  private Publication read(Upstream upstream, Buffer document) throws IOException {
    if (document.equals(documents.get(upstream.name()))) {
      return last(upstream);
    }
    List<Route> routes = PublishedRoutes.of(upstream.name(), json.readTree(document.getBytes()));
    return new Publication(document, routes);
  }

  private synchronized Publication last(Upstream upstream) {
    return Objects.requireNonNull(published.get(upstream.name()));
  }

  private synchronized void publish(String service, Publication publication) {
    if (publication == published.put(service, publication)) {
      return;
    }
    // In the order of the services' names, so that every replica decides alike.
    List<Route> all =
        upstreams.all().stream().flatMap(upstream -> routes(upstream.name())).toList();
    table = new RouteTable(names(), all);
    complete = published.keySet().containsAll(names());
    documents =
        published.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().document()));
    LOG.infof("routes read service=%s operations=%d", service, publication.routes().size());
  }

  private Stream<Route> routes(String service) {
    Publication publication = published.get(service);
    return publication == null ? Stream.empty() : publication.routes().stream();
  }

  private synchronized long pause(Upstream upstream) {
    boolean known = published.containsKey(upstream.name());
    return (known ? config.routesRefresh() : config.routesRetry()).toMillis();
  }

  private List<String> names() {
    return upstreams.all().stream().map(Upstream::name).toList();
  }

  private record Publication(Buffer document, List<Route> routes) {}
}
