package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.local.LocalException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls of the gateway with one credential: a token or an API key. */
record Api(String gateway, String bearer) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** An answer; the body is missing when it was empty or no JSON. */
  record Answer(int status, JsonNode body, Optional<String> location, boolean replayed) {

    boolean ok() {
      return status / 100 == 2;
    }

    /** What the problem says; the status alone where it says nothing. */
    String reason() {
      var said = body.path("detail").asText(body.path("title").asText(""));
      return said.isEmpty() ? "status " + status : said;
    }

    /** The body of a call that had to succeed. */
    JsonNode required(String what) {
      if (ok()) {
        return body;
      }
      throw new LocalException(
          "%s failed with %d (%s); the logs are in deploy/local/.data/logs."
              .formatted(what, status, reason()));
    }
  }

  Answer get(String path) {
    return send(request(path).timeout(LIMIT).GET().build());
  }

  Answer post(String path, JsonNode body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  /** Sends a document; a repeat with the same key changes nothing. */
  Answer post(String path, JsonNode body, String idempotencyKey) {
    return send(
        request(path)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** The id of an order by its natural key. */
  Optional<String> order(String channel, String externalId) {
    var found =
        get("/v1/orders?channel=%s&externalId=%s".formatted(channel, encoded(externalId)))
            .required("Looking for an order");
    return Optional.ofNullable(found.path("items").path(0).path("id").asText(null));
  }

  Answer replace(String path, String type, HttpRequest.BodyPublisher body) {
    return send(request(path).timeout(LIMIT).header("Content-Type", type).PUT(body).build());
  }

  Answer upload(String path, String type, HttpRequest.BodyPublisher body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body)
            .build());
  }

  /** The lines of an answer that is NDJSON; none when the call fails. */
  Stream<String> lines(String path) {
    var answer =
        exchange(
            request(path).timeout(LIMIT).setHeader("Accept", "application/x-ndjson").GET().build());
    return answer.statusCode() / 100 == 2 ? answer.body().lines() : Stream.empty();
  }

  /** A token by client credentials; empty when Keycloak refuses them. */
  static Optional<String> token(String endpoint, String clientId, String secret) {
    var form =
        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret)
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    return answer.ok()
        ? Optional.of(answer.body().path("access_token").asText())
        : Optional.empty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway).resolve(path))
        .header("Authorization", "Bearer " + bearer)
        .header("Accept", "application/json");
  }

  private static Answer send(HttpRequest request) {
    var answer = exchange(request);
    return new Answer(
        answer.statusCode(),
        read(answer.body()),
        answer.headers().firstValue("Location"),
        answer.headers().firstValue("Idempotent-Replayed").isPresent());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LocalException(request.uri() + " does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalException("Interrupted.", e);
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }
}
