package dev.homeport.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A service with things: some operations behave, some do not. */
public final class Things implements AutoCloseable {
  private static final String DOCUMENT =
      """
      {"openapi":"3.1.0","paths":{
        "/v1/things":{"get":{},"post":{"requestBody":{"content":{"application/json":{}}}}},
        "/v1/things/{id}":{"get":{}},
        "/v1/thing-imports":{"post":{"requestBody":{"content":{"application/x-ndjson":{}}}}},
        "/v1/silent":{"get":{},"post":{}},"/v1/stalled":{"get":{}},"/v1/hung-up":{"get":{}},
        "/v1/shaky":{"get":{},"post":{"parameters":[{"$ref":"#/components/parameters/Key"}],
          "requestBody":{"content":{"application/json":{}}}}},
        "/v1/shaky-imports":{"post":{"requestBody":{"content":{"application/x-ndjson":{}}}}},
        "/v1/cut":{"get":{}},"/v1/cut-short":{"get":{}},"/v1/cut-chunked":{"get":{}},
        "/v1/large":{"get":{}},"/v1/empty":{"get":{}},"/v1/hasty":{"post":{}},
        "/v1/signed/{id}":{"post":{"security":[{"shop":[]},{"other":[]}],"requestBody":{"content":{
          "application/json":{},"application/x-www-form-urlencoded":{}}}}},
        "/v1/half-signed":{"post":{"security":[{"shop":[]},{"oauth2":["things:write"]}]}}},
        "components":{"parameters":{"Key":{"in":"header","name":"Idempotency-Key"}},
          "securitySchemes":{
          "shop":{"type":"apiKey","in":"header","name":"x-shop-signature"},
          "other":{"type":"apiKey","in":"header","name":"x-other-signature"},
          "oauth2":{"type":"oauth2"}}}}""";

  private static final int PART = 64 << 10;

  private final Peer peer;
  private final Vertx vertx = Vertx.vertx();

  /** Bytes of the last import that arrived. */
  public final AtomicLong imported = new AtomicLong();

  /** Requests that were given up before they had their answer. */
  public final AtomicInteger abandoned = new AtomicInteger();

  /** Requests that came to where every other one is hung up on. */
  public final AtomicInteger shaken = new AtomicInteger();

  private Things(Peer peer) {
    this.peer = peer;
  }

  public static Things start() {
    Things things = new Things(Peer.at("homeport.gateway.services.order-service"));
    things.peer.on("/q/openapi", DOCUMENT).on("/q/health/ready", "{\"status\":\"UP\"}");
    things.peer.on("/v1/things", Things::echo).on("/v1/things/t1", Things::echo);
    things.peer.on("/v1/order-service/jobs", Things::echo);
    things.peer.on("/v1/thing-imports", things::imports);
    things.peer.on("/v1/silent", things::silent);
    things.peer.on("/v1/hung-up", request -> request.connection().close());
    things.peer.on("/v1/shaky", things::shaky).on("/v1/shaky-imports", things::shaky);
    things.peer.on("/v1/cut", request -> things.cut(request, 10_000_000));
    things.peer.on("/v1/cut-short", request -> things.cut(request, 2_000));
    things.peer.on("/v1/cut-chunked", request -> things.cut(request, -1));
    things.peer.on("/v1/stalled", things::stalled);
    things.peer.on("/v1/large", things::large);
    things.peer.on("/v1/empty", request -> request.response().setStatusCode(204).end());
    things.peer.on("/v1/signed/a", Things::echo).on("/v1/signed/b", Things::echo);
    things.peer.on("/v1/signed/wrong", request -> request.response().setStatusCode(401).end("no"));
    things.peer.on("/v1/hasty", request -> request.response().setStatusCode(409).end("no"));
    return things;
  }

  private static void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var headers = new JsonObject();
              request.headers().forEach(h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
              request
                  .response()
                  .putHeader("content-type", "application/json")
                  .putHeader("etag", "\"7\"")
                  .putHeader("connection", "x-hop")
                  .putHeader("x-hop", "one")
                  .end(
                      new JsonObject()
                          .put("method", request.method().name())
                          .put("uri", request.uri())
                          .put("headers", headers)
                          .put("body", body.toString())
                          .encode());
            });
  }

  /** Hangs up on the first, answers the second, and so on. */
  private void shaky(HttpServerRequest request) {
    if (shaken.incrementAndGet() % 2 == 0) {
      echo(request);
    } else {
      request.body().onSuccess(_ -> request.connection().close());
    }
  }

  private void imports(HttpServerRequest request) {
    imported.set(0);
    request.exceptionHandler(_ -> abandoned.incrementAndGet());
    request.handler(part -> imported.addAndGet(part.length()));
    request.endHandler(
        _ ->
            request
                .response()
                .setStatusCode(202)
                .putHeader("location", "http://" + request.authority() + "/v1/order-service/jobs")
                .end());
  }

  private void silent(HttpServerRequest request) {
    request.exceptionHandler(_ -> {});
    request.connection().closeHandler(_ -> abandoned.incrementAndGet());
  }

  private void cut(HttpServerRequest request, long announced) {
    var response = request.response();
    if (announced < 0) {
      response.setChunked(true);
    } else {
      response.putHeader("content-length", Long.toString(announced));
    }
    response.write(Buffer.buffer(new byte[1_000]));
    vertx.setTimer(100, _ -> request.connection().close());
  }

  private void stalled(HttpServerRequest request) {
    request.response().setChunked(true).write("first");
  }

  private void large(HttpServerRequest request) {
    long bytes = Long.parseLong(request.getParam("bytes"));
    request.response().setChunked(true);
    if ("json".equals(request.getParam("type"))) {
      request.response().putHeader("content-type", "application/json");
    }
    request.connection().closeHandler(_ -> abandoned.incrementAndGet());
    more(request, bytes);
  }

  private void more(HttpServerRequest request, long left) {
    var response = request.response();
    while (left > 0 && !response.closed()) {
      if (response.writeQueueFull()) {
        long rest = left;
        response.drainHandler(_ -> more(request, rest));
        return;
      }
      int size = (int) Math.min(PART, left);
      response.write(Buffer.buffer(new byte[size]));
      left -= size;
    }
    if (left == 0) {
      response.end();
    }
  }

  @Override
  public void close() {
    peer.close();
    vertx.close();
  }
}
