package dev.homeport.order.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A tenant and the calls that its storefront makes. */
public record Shop(UUID tenant) {
  private static final String SCOPES =
      "orders:read orders:write rates:write channels:read channels:write channels:bodies admin:read"
          + " admin:write";

  /** A new shop in Berlin that reports in EUR. */
  public static Shop open() {
    return open("EUR", "Europe/Berlin");
  }

  public static Shop open(String currency, String zone) {
    return new Shop(TestTenants.create(currency, zone));
  }

  public RequestSpecification request() {
    return given().auth().oauth2(TestTokens.token(tenant, SCOPES));
  }

  public Response get(String path) {
    return request().get(path);
  }

  public Response post(String path, String body) {
    return post(path, UUID.randomUUID().toString(), body);
  }

  public Response post(String path, String key, String body) {
    return request()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  public Response putRates(byte[] csv) {
    return request().contentType("text/csv").body(csv).put("/v1/exchange-rates");
  }

  /** Imports lines and waits for the end of the job. */
  public Response importLines(String path, byte[] gzipped) {
    Response accepted =
        request()
            .header("Content-Encoding", "gzip")
            .contentType("application/x-ndjson")
            .body(gzipped)
            .post(path);
    accepted.then().statusCode(202);
    return awaitJob(accepted.header("Location"));
  }

  public Response importLines(String path, String lines) {
    return importLines(path, gzip(lines));
  }

  public Response awaitJob(String path) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> get(path).path("finishedAt") != null);
    return get(path);
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
