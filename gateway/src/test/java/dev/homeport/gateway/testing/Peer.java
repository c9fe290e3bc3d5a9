package dev.homeport.gateway.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.ConfigProvider;

/** A small HTTP server at the address that a property of the gateway names. */
public final class Peer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Handler<HttpServerRequest>> answers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile Handler<HttpServerRequest> otherwise = Peer::nothing;

  private Peer(URI address) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> answers.getOrDefault(request.path(), otherwise).handle(request));
    try {
      server
          .listen(address.getPort(), address.getHost())
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts where the property says. */
  public static Peer at(String property) {
    return at(URI.create(ConfigProvider.getConfig().getValue(property, String.class)));
  }

  /** Starts at an address. */
  public static Peer at(URI address) {
    return new Peer(address);
  }

  /** Answers requests for every path that nothing else answers. */
  public Peer otherwise(Handler<HttpServerRequest> answer) {
    otherwise = answer;
    return this;
  }

  /** Answers requests for a path. */
  public Peer on(String path, Handler<HttpServerRequest> answer) {
    answers.put(path, answer);
    return this;
  }

  /** Answers requests for a path with a document. */
  public Peer on(String path, String json) {
    return on(
        path,
        request -> request.response().putHeader("content-type", "application/json").end(json));
  }

  private static void nothing(HttpServerRequest request) {
    request.response().setStatusCode(404).end();
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
