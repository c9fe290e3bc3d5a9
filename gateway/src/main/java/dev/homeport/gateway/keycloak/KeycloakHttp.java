package dev.homeport.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;

/** Calls to Keycloak. A failed future always means that Keycloak cannot be had at the moment. */
@ApplicationScoped
class KeycloakHttp {
  private final HttpClient client;
  private final KeycloakConfig config;
  private final ObjectMapper json;

  KeycloakHttp(KeycloakConfig config, Vertx vertx, ObjectMapper json) {
    this.config = config;
    this.json = json;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAliveTimeout(30),
            new PoolOptions()
                .setHttp1MaxSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * 8));
  }

  /** An answer below 500. */
  record Reply(int status, JsonNode body) {}

  /** Fails on any answer that is not Keycloak's considered one. */
  Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
    long limit = config.timeout().toMillis();
    var request =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(config.url() + path)
            .setConnectTimeout(limit)
            .setIdleTimeout(limit)
            .putHeader("accept", "application/json");
    headers.forEach(request::putHeader);
    return client.request(request).compose(call -> call.send(body)).compose(this::reply);
  }

  private Future<Reply> reply(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      return Future.failedFuture("Keycloak answered with status " + status);
    }
    return response.body().map(body -> new Reply(status, parse(body)));
  }

  private JsonNode parse(Buffer body) {
    try {
      return body.length() == 0 ? json.missingNode() : json.readTree(body.getBytes());
    } catch (IOException _) {
      return json.missingNode();
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
