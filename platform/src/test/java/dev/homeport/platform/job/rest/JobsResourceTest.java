package dev.homeport.platform.job.rest;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class JobsResourceTest {
  private static final String JOBS = "/v1/platform-service/jobs";

  private UUID merchant;

  @BeforeEach
  void start() {
    merchant = TestTenants.create();
  }

  @Test
  void anAcceptedImportSaysWhereToLook() {
    Response accepted = submit("a\nb\n".getBytes(StandardCharsets.UTF_8), null);

    accepted
        .then()
        .statusCode(202)
        .header("Retry-After", "1")
        .header("Location", matchesPattern(".*" + JOBS + "/job_[0-9a-f-]{36}"))
        .body("status", equalTo("queued"))
        .body("finishedAt", nullValue());
    await().until(() -> "succeeded".equals(status(accepted.path("id"))));
    as("orders:write")
        .get(accepted.header("Location"))
        .then()
        .body("processed", equalTo(2))
        .body("total", equalTo(2))
        .body("result.says", equalTo("done"))
        .body("errors.count", equalTo(0));
  }

  @Test
  void aLargePackedBodyIsTakenAsItIs() throws IOException {
    var random = new Random(1);
    String lines =
        Stream.generate(() -> random.ints(1_000).mapToObj(Integer::toHexString).collect(joining()))
            .limit(500)
            .collect(joining("\n"));
    byte[] packed = gzip(lines);
    assertThat(packed).hasSizeGreaterThan(1 << 20);

    String id = submit(packed, "gzip").then().statusCode(202).extract().path("id");

    await().atMost(Duration.ofSeconds(30)).until(() -> "succeeded".equals(status(id)));
    as("orders:write").get(JOBS + "/" + id).then().body("succeeded", equalTo(500));
  }

  @Test
  void aBodyThatIsNotWhatItSaysIsRefused() {
    byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);

    submit(plain, "gzip").then().statusCode(422).body("code", equalTo("input-unreadable"));
    submit(plain, "br").then().statusCode(415).body("code", equalTo("unknown-content-encoding"));
    list("").body("items", hasSize(0));
  }

  @Test
  void errorsAreReadLineByLine() {
    String id = submit("a\nbad\nc\nbad".getBytes(StandardCharsets.UTF_8), null).path("id");
    await().until(() -> "succeeded".equals(status(id)));

    String href =
        as("admin:read")
            .get(JOBS + "/" + id)
            .then()
            .body("errors.count", equalTo(2))
            .body("errors.href", endsWith("/errors"))
            .extract()
            .path("errors.href");

    Response errors = as("admin:read").get(href);
    assertThat(errors.contentType()).startsWith("application/x-ndjson");
    List<String> lines = errors.asString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("{\"line\":2,\"problem\":{")
        .contains("\"code\": \"conflict\"", "\"detail\": \"Bad.\"");
  }

  @Test
  void jobsAreListedNewestFirstByStatusAndKind() {
    String first = submit(new byte[0], null).path("id");
    await().until(() -> "succeeded".equals(status(first)));
    String second = submit(new byte[0], null).path("id");
    await().until(() -> "succeeded".equals(status(second)));

    String cursor =
        list("?limit=1&status=succeeded")
            .body("items.id", equalTo(List.of(second)))
            .extract()
            .path("nextCursor");

    list("?limit=1&status=succeeded&cursor=" + cursor).body("items.id", equalTo(List.of(first)));
    list("?status=failed").body("items", hasSize(0));
    list("?kind=test-lines").body("items", hasSize(2));
    list("?kind=other").body("items", hasSize(0));
    as("admin:read").get(JOBS + "?status=bogus").then().statusCode(400);
  }

  @Test
  void whoMayNotSubmitAKindNeedsToBeAnAdministrator() {
    String id = submit(new byte[0], null).path("id");

    as("orders:write").get(JOBS + "/" + id).then().statusCode(200);
    as("admin:read").get(JOBS + "/" + id).then().statusCode(200);
    as("customers:read").get(JOBS + "/" + id).then().statusCode(403);
    as("customers:read").get(JOBS).then().statusCode(403);
    as("admin:read").post(JOBS + "/" + id + "/cancellation").then().statusCode(403);
    given().get(JOBS).then().statusCode(401);
  }

  @Test
  void anotherTenantsJobDoesNotExist() {
    String id = submit(new byte[0], null).path("id");
    merchant = TestTenants.create();

    for (String path : List.of("/" + id, "/" + id + "/errors", "/job_x")) {
      as("admin:read").get(JOBS + path).then().statusCode(404).body("code", equalTo("not-found"));
    }
    as("admin:write").post(JOBS + "/" + id + "/cancellation").then().statusCode(404);
    as("admin:read").get("/v1/other-service/jobs").then().statusCode(404);
  }

  @Test
  void anEndedJobCannotBeCancelled() {
    String id = submit(new byte[0], null).path("id");
    await().until(() -> "succeeded".equals(status(id)));

    as("admin:write")
        .header("Idempotency-Key", "c1")
        .post(JOBS + "/" + id + "/cancellation")
        .then()
        .statusCode(409)
        .body("code", equalTo("job-ended"));
  }

  private String status(String id) {
    return as("orders:write").get(JOBS + "/" + id).then().statusCode(200).extract().path("status");
  }

  private ValidatableResponse list(String query) {
    return as("admin:read").get(JOBS + query).then().statusCode(200);
  }

  private RequestSpecification as(String scopes) {
    return given().auth().oauth2(token(merchant, scopes));
  }

  private Response submit(byte[] body, @Nullable String encoding) {
    var raw =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)
            .appendDefaultContentCharsetToContentTypeIfUndefined(false);
    RequestSpecification request =
        as("orders:write")
            .config(RestAssured.config().encoderConfig(raw))
            .contentType("application/x-ndjson")
            .body(body);
    return (encoding == null ? request : request.header("Content-Encoding", encoding))
        .post("/imports");
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
