package dev.homeport.gateway.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Neighbours;
import dev.homeport.gateway.testing.Raw;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class BrowserTest {
  private static final String SHOP = "https://shop.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final UUID OWNER = UUID.randomUUID();

  private static Neighbours neighbours;

  @BeforeAll
  static void start() {
    neighbours = Neighbours.start();
  }

  @AfterAll
  static void stop() {
    neighbours.close();
  }

  @BeforeEach
  void allow() throws SQLException {
    neighbours.awaitKnown();
    allow(OWNER, SHOP);
    await().atMost(Duration.ofSeconds(10)).until(() -> question(SHOP).header(ALLOWED) != null);
  }

  @Test
  void aBrowserIsToldWhetherAScriptMayCall() {
    question(SHOP)
        .then()
        .statusCode(204)
        .header(ALLOWED, equalTo(SHOP))
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
        .header("Vary", containsString("Origin"));
    question("https://other.example").then().statusCode(204).header(ALLOWED, nullValue());
  }

  @Test
  void scriptsReadAnswersToTheirOwnTenantOnly() {
    call(OWNER, SHOP)
        .then()
        .statusCode(200)
        .header(ALLOWED, equalTo(SHOP))
        .header("Access-Control-Expose-Headers", containsString("ETag"));
    call(UUID.randomUUID(), SHOP).then().statusCode(200).header(ALLOWED, nullValue());
    call(OWNER, "https://other.example").then().statusCode(200).header(ALLOWED, nullValue());
    given().header("Origin", SHOP).get("/v1/things").then().statusCode(401).header(ALLOWED, SHOP);
  }

  @Test
  void everyAnswerSaysHowBrowsersMustTreatIt() {
    for (String path : new String[] {"/v1/things", "/v1/nothing", "/", "/q/health/live"}) {
      given()
          .auth()
          .oauth2(Neighbours.token())
          .get(path)
          .then()
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("Cache-Control", equalTo("no-store"));
    }
    given()
        .get("/docs")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"));
  }

  @Test
  void longAnswersAreCompressedForWhoTakesIt() throws IOException, InterruptedException {
    HttpResponse<byte[]> packed = large("gzip");
    assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(packed.body().length).isLessThan(20_000);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).hasSize(300_000);
    }
    HttpResponse<byte[]> plain = large("identity");
    assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
    assertThat(plain.body()).hasSize(300_000);

    String small =
        given()
            .auth()
            .oauth2(Neighbours.token())
            .header("Accept-Encoding", "gzip")
            .get("/v1/things")
            .then()
            .statusCode(200)
            .extract()
            .header("Content-Encoding");
    assertThat(small).isNull();
  }

  private static HttpResponse<byte[]> large(String coding)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + Raw.port() + "/v1/large?bytes=300000&type=json"))
            .header("Authorization", "Bearer " + Neighbours.token())
            .header("Accept-Encoding", coding)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static Response question(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/things");
  }

  private static Response call(UUID tenant, String origin) {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "orders:read"))
        .header("Origin", origin)
        .get("/v1/things");
  }

  private static void allow(UUID tenant, String origin) throws SQLException {
    var config = ConfigProvider.getConfig();
    try (var connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        var insert =
            connection.prepareStatement(
                """
                insert into tenant_account (id, slug, name, reporting_currency, time_zone, markets,
                  sandbox, plan, revision, version, created_at, updated_at, allowed_origins)
                values (?, ?, 'x', 'EUR', 'UTC', '{}', false, 'standard', 1, 1, now(), now(), ?)
                on conflict (id) do nothing
                """)) {
      insert.setObject(1, tenant);
      insert.setString(2, "t-" + tenant);
      insert.setArray(3, connection.createArrayOf("text", new String[] {origin}));
      insert.executeUpdate();
    }
  }
}
