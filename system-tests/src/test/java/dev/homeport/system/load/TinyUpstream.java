package dev.homeport.system.load;

import dev.homeport.local.Service;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * A service that costs next to nothing: one small answer to everything, and a contract that makes
 * the gateway route to it. So the cost of what stands before it can be seen.
 */
final class TinyUpstream implements AutoCloseable {
  static final String PATH = "/v1/load-probes";

  private static final String ANSWER =
      """
      {"id":"prb_01a2029f-4a0c-7582-95c5-d83acec358d8","status":"paid","currency":"EUR",\
      "channel":"shop-de","externalId":"1001","placedAt":"2026-11-01T10:00:00Z",\
      "total":{"amount":"19.98","currency":"EUR"},\
      "lines":[{"lineNo":1,"sku":"MUG-1","quantity":"2","unitPrice":"9.99","kind":"product"}],\
      "reporting":{"rate":"1","total":{"amount":"19.98","currency":"EUR"}}}\
      """;
  private static final String READY = "{\"status\":\"UP\"}";
  private static final String CONTRACT =
      """
      {"openapi":"3.1.0","info":{"title":"Probe","version":"1"},"paths":{"%s":{"get":\
      {"operationId":"getLoadProbe","summary":"Answer","responses":{"200":{"description":"Answer"}}}}}}\
      """
          .formatted(PATH);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final HttpServer server =
      vertx
          .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
          .requestHandler(TinyUpstream::answer)
          .listen(0, Target.HOST)
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  int port() {
    return server.actualPort();
  }

  /** What the gateway must be told to route to it. */
  Map<Service, Map<String, String>> behindTheGateway() {
    String address = "http://%s:%d".formatted(Target.HOST, port());
    return Map.of(Service.GATEWAY, Map.of("homeport.gateway.services.load-probe-service", address));
  }

  private static void answer(HttpServerRequest request) {
    String path = request.path();
    String body =
        switch (path) {
          case "/q/openapi" -> CONTRACT;
          case "/q/health/ready" -> READY;
          default -> ANSWER;
        };
    request.response().putHeader("content-type", "application/json").end(body);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
