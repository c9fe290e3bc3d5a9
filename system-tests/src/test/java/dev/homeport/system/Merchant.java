package dev.homeport.system;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** A tenant and the calls that its storefront makes. */
public record Merchant(UUID tenant, String clientId, String clientSecret, String apiKey) {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request through the gateway with the merchant's API key. */
  RequestSpecification request() {
    return given().baseUri(Homeport.gateway()).auth().oauth2(apiKey);
  }

  /** A request through the gateway with a token of Keycloak. */
  RequestSpecification requestWithToken() {
    return given()
        .baseUri(Homeport.gateway())
        .auth()
        .oauth2(Homeport.clientToken(clientId, clientSecret));
  }

  Response post(String path, Object body) {
    return request()
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  Response get(String path) {
    return request().get(path);
  }

  /** The JSON of a good answer, by a client that is quick enough for thousands of them. */
  JsonNode read(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Homeport.gateway() + path))
            .header("Authorization", "Bearer " + apiKey)
            .build();
    try {
      HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      byte[] body = answer.body();
      assertThat(answer.statusCode()).as(() -> path + " " + new String(body, UTF_8)).isEqualTo(200);
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends an import and returns the path of its job. */
  String submitImport(String path, byte[] gzippedLines) {
    Response accepted =
        request()
            .header("Content-Encoding", "gzip")
            .contentType("application/x-ndjson")
            .body(gzippedLines)
            .post(path);
    accepted.then().statusCode(202);
    return accepted.header("Location");
  }

  /** Waits until a job has ended and returns it. */
  Response awaitJob(String path) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> get(path).path("finishedAt") != null);
    return get(path);
  }

  /** Until every service knows the tenant: settings travel as an event. */
  void awaitKnown() {
    for (String path :
        new String[] {"/v1/orders", "/v1/customers", "/v1/rfm/cut-points", "/v1/members"}) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> get(path).statusCode() != 403 && get(path).statusCode() < 500);
    }
  }
}
