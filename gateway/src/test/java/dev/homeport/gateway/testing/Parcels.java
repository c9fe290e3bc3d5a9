package dev.homeport.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** One of several addresses of a service: says who answered, or does as badly as it is told. */
public final class Parcels implements AutoCloseable {
  private static final String DOCUMENT =
      """
      {"openapi":"3.1.0","paths":{
        "/v1/parcels":{"get":{},"post":{"requestBody":{"content":{"application/json":{}}}}},
        "/v1/broken":{"get":{}},"/v1/slow":{"get":{}},"/v1/trickling":{"get":{}},
        "/v1/slow-reports":{"get":{}}}}""";

  private final Peer peer;
  private final Vertx vertx = Vertx.vertx();
  private final String name;
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  /** Whether it answers {@code /v1/broken} with an error, and {@code /v1/slow} not at all. */
  public volatile boolean ill = true;

  private Parcels(String name, URI address) {
    this.name = name;
    this.peer = Peer.at(address);
    peer.on("/q/openapi", DOCUMENT);
    peer.on("/v1/parcels", this::answer);
    peer.on("/v1/broken", request -> answer(request, ill ? 500 : 200));
    peer.on("/v1/slow", this::slow);
    peer.on("/v1/slow-reports", this::count);
    peer.on("/v1/trickling", this::trickle);
  }

  /** Starts at the address that the property names. */
  public static Parcels at(String property) {
    String address = ConfigProvider.getConfig().getValue(property, String.class);
    return new Parcels(property, URI.create(address));
  }

  /** How often a path was asked for here. */
  public int asked(String path) {
    return asked.computeIfAbsent(path, _ -> new AtomicInteger()).get();
  }

  private void count(HttpServerRequest request) {
    asked.computeIfAbsent(request.path(), _ -> new AtomicInteger()).incrementAndGet();
  }

  private void answer(HttpServerRequest request) {
    answer(request, 200);
  }

  private void answer(HttpServerRequest request, int status) {
    count(request);
    String timeout = request.getHeader("Homeport-Timeout");
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end("{\"by\":\"" + name + "\",\"timeout\":" + timeout + "}");
  }

  private void slow(HttpServerRequest request) {
    if (ill) {
      count(request);
    } else {
      answer(request);
    }
  }

  /** One space after the other, so that something moves for ever. */
  private void trickle(HttpServerRequest request) {
    var response = request.response();
    response.putHeader("content-type", "application/json").setChunked(true);
    long timer = vertx.setPeriodic(100, _ -> response.write(" "));
    request.connection().closeHandler(_ -> vertx.cancelTimer(timer));
  }

  @Override
  public void close() {
    peer.close();
    vertx.close();
  }
}
