package dev.homeport.platform.http;

import static dev.homeport.platform.http.Requests.assertProblem;
import static dev.homeport.platform.http.Requests.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BodyLimitTest {
  private static final int MEGABYTE = 1 << 20;
  private static final String SAMPLE = "{\"name\":\"mug\",\"country\":\"DE\"}";

  @TestHTTPResource("/v1/samples")
  URI samples;

  @Test
  void aBodyOfAMegabyteIsReadAndOneByteMoreIsNot() {
    post(padded(MEGABYTE)).then().statusCode(200);
    assertProblem(post(padded(MEGABYTE + 1)), 413, "body-too-large").header("Connection", "close");
  }

  @Test
  void aBodyWithoutAStatedLengthIsCounted() throws Exception {
    assertThat(postChunked(padded(MEGABYTE)).statusCode()).isEqualTo(200);

    HttpResponse<String> refused = postChunked(padded(MEGABYTE + 1));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("\"code\":\"body-too-large\"");
  }

  @Test
  void aStreamedBodyMayBeLarger() {
    given()
        .contentType("application/octet-stream")
        .body(new byte[3 * MEGABYTE])
        .post("/v1/samples/import")
        .then()
        .statusCode(200)
        .body("bytes", equalTo(3 * MEGABYTE));
  }

  private HttpResponse<String> postChunked(String body) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      byte[] octets = body.getBytes(StandardCharsets.UTF_8);
      var request =
          HttpRequest.newBuilder(samples)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(octets)))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static String padded(int length) {
    return " ".repeat(length - SAMPLE.length()) + SAMPLE;
  }
}
