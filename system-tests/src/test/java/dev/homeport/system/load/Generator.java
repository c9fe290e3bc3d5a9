package dev.homeport.system.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/**
 * Sends requests from one event loop, so that it takes little of the machine that it measures. A
 * trial begins with a second that does not count, in which the connections are opened.
 */
final class Generator implements AutoCloseable {
  static final Duration LEAD_IN = Duration.ofSeconds(1);

  private static final int MOST_CONNECTIONS = 512;
  private static final int PATIENCE_MILLIS = 60_000;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1));

  /** Hears of an answer: its status and body, or what went wrong. */
  interface Listener {
    void answered(int status, Buffer body, long at);

    void failed(Throwable fault);
  }

  /** Each connection sends its next request when it has the answer to the one before. */
  Trial closed(Target target, int connections, Duration length) {
    HttpClient client = client(connections);
    try {
      return new ClosedLoop(this, client, target, connections, length).run();
    } finally {
      close(client);
    }
  }

  /**
   * Requests at a constant rate, whether or not those before were answered; the latency of each
   * counts from the instant at which it was due.
   */
  Trial open(Target target, int perSecond, Duration length) {
    HttpClient client = client(MOST_CONNECTIONS);
    try {
      return new OpenLoop(this, client, target, perSecond, length).run();
    } finally {
      close(client);
    }
  }

  /** Where everything of a trial runs. */
  Vertx vertx() {
    return vertx;
  }

  HttpClient client(int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(120),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  static void close(HttpClient client) {
    client.close().toCompletionStage().toCompletableFuture().join();
  }

  /** To be called on the event loop. */
  static void send(HttpClient client, Target target, Request request, Listener listener) {
    client
        .request(options(target, request))
        .compose(call -> request.body() == null ? call.send() : call.send(request.body()))
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        body -> {
                          long at = System.nanoTime();
                          listener.answered(answer.statusCode(), body, at);
                          return Future.succeededFuture();
                        }))
        .onFailure(listener::failed);
  }

  private static RequestOptions options(Target target, Request request) {
    var options =
        new RequestOptions()
            .setHost(Target.HOST)
            .setPort(target.port())
            .setMethod(request.method())
            .setURI(request.path())
            .setIdleTimeout(PATIENCE_MILLIS);
    if (!target.token().isEmpty()) {
      options.putHeader("authorization", "Bearer " + target.token());
    }
    if (request.key() != null) {
      options.putHeader("idempotency-key", request.key());
    }
    if (request.body() != null) {
      options.putHeader("content-type", "application/json");
    }
    return options;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
