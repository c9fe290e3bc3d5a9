package dev.homeport.gateway.upstream;

import dev.homeport.platform.readiness.ConfigurationCheck;
import io.quarkus.runtime.StartupEvent;
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
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * All services behind the gateway, and the one pool of connections to them. Their addresses may
 * change while it runs; an address that stays keeps what is known of it, and requests that are at
 * one which goes are brought to their end.
 */
@ApplicationScoped
public class Upstreams implements ConfigurationCheck {
  private static final Logger LOG = Logger.getLogger(Upstreams.class);

  private final HttpClient client;
  private final UpstreamConfig config;
  private final Breakers breakers;
  private final Vertx vertx;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, RetryBudget> retries = new HashMap<>();
  private Addresses configured = new Addresses(Map.of(), Map.of());
  private Addresses present = configured;
  private Optional<String> told = Optional.empty();
  private Map<String, Backend> backends = Map.of();
  private volatile Map<String, Upstream> byName = Map.of();

  Upstreams(
      ServicesConfig services,
      CanariesConfig canaries,
      UpstreamConfig config,
      Breakers breakers,
      Vertx vertx) {
    this.config = config;
    this.breakers = breakers;
    this.vertx = vertx;
    this.client = vertx.createHttpClient(options(config), pool(config));
    try {
      configured = Addresses.of(services, canaries);
      use(config.file().map(configured::with).orElse(configured));
    } catch (RuntimeException e) {
      faults.add(String.valueOf(e.getMessage()));
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

  void watch(@Observes StartupEvent event) {
    config
        .file()
        .ifPresent(
            file ->
                vertx.setPeriodic(
                    config.fileRefresh().toMillis(),
                    _ -> vertx.executeBlocking(() -> reload(file), true)));
  }

  private synchronized Optional<String> reload(Path file) {
    Optional<String> fault = Optional.empty();
    try {
      use(configured.with(file));
    } catch (RuntimeException e) {
      fault = Optional.of(String.valueOf(e.getMessage()));
    }
    if (!fault.equals(told)) {
      fault.ifPresentOrElse(
          reason -> LOG.errorf("addresses not read file=%s %s", file, reason),
          () -> LOG.infof("addresses can be read again file=%s", file));
      told = fault;
    }
    return fault;
  }

  private synchronized void use(Addresses addresses) {
    if (addresses.equals(present)) {
      return;
    }
    var kept = new HashMap<String, Backend>();
    var services = new TreeMap<String, Upstream>();
    addresses
        .services()
        .forEach(
            (name, list) -> {
              Addresses.Other other = addresses.canaries().get(name);
              services.put(
                  name,
                  new Upstream(
                      name,
                      backends(name, list, kept),
                      other == null
                          ? null
                          : new Canary(backends(name, other.addresses(), kept), other.share()),
                      retries.computeIfAbsent(name, _ -> new RetryBudget())));
            });
    backends = kept;
    present = addresses;
    byName = services;
    LOG.infof("addresses of services %s", addresses.services());
  }

  private List<Backend> backends(String name, List<Address> addresses, Map<String, Backend> kept) {
    return addresses.stream()
        .map(
            address ->
                kept.computeIfAbsent(
                    name + ' ' + address.origin(),
                    key -> {
                      Backend known = backends.get(key);
                      return known == null ? new Backend(name, address, breakers) : known;
                    }))
        .toList();
  }

  @Override
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** In the order of their names. */
  public Collection<Upstream> all() {
    return byName.values();
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
            .any()
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
