package dev.homeport.gateway.upstream;

import dev.homeport.platform.readiness.ConfigurationCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All services behind the gateway, and the one pool of connections to them. */
@ApplicationScoped
public class Upstreams implements ConfigurationCheck {
  private final Map<String, Upstream> byName = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final HttpClient client;
  private final UpstreamConfig config;

  Upstreams(ServicesConfig services, UpstreamConfig config, Vertx vertx) {
    this.config = config;
    services.addresses().forEach(this::add);
    this.client = vertx.createHttpClient(options(config), pool(config));
  }

  private void add(String name, URI address) {
    try {
      byName.put(name, Upstream.of(name, address));
    } catch (IllegalArgumentException e) {
      faults.add("homeport.gateway.services.%s %s".formatted(name, e.getMessage()));
    }
  }

  private static HttpClientOptions options(UpstreamConfig config) {
    return new HttpClientOptions()
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setKeepAlive(true)
        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
        .setPipelining(false)
        .setTcpNoDelay(true);
  }

  private static PoolOptions pool(UpstreamConfig config) {
    return new PoolOptions()
        .setHttp1MaxSize(config.connections())
        .setMaxWaitQueueSize(config.waiting());
  }

  @Override
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** In the order of their names. */
  public Collection<Upstream> all() {
    return List.copyOf(byName.values());
  }

  /**
   * @throws IllegalArgumentException when no service has the name
   */
  public Upstream named(String name) {
    Upstream found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("No service is called " + name);
    }
    return found;
  }

  /** Opens a request; fails when no connection can be had. */
  public Future<HttpClientRequest> open(RequestOptions request) {
    return client.request(request);
  }

  /** Asks a service for a document of its own; fails unless the answer is 200 and comes in time. */
  public Future<Buffer> document(Upstream upstream, String target) {
    return document(upstream, target, Map.of());
  }

  /** As the other, with headers of the caller's. */
  public Future<Buffer> document(Upstream upstream, String target, Map<String, String> headers) {
    long limit = config.answerTimeout().toMillis();
    RequestOptions request =
        upstream
            .request(HttpMethod.GET, target)
            .setConnectTimeout(config.connectTimeout().toMillis())
            .setIdleTimeout(limit)
            .putHeader("accept", "application/json");
    headers.forEach(request::putHeader);
    return open(request)
        .compose(HttpClientRequest::send)
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body()
                    : Future.failedFuture("status " + response.statusCode()));
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
