package dev.homeport.gateway.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.keycloak.TenantClients;
import dev.homeport.gateway.testing.KeycloakEnvironment;
import dev.homeport.gateway.testing.Things;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(value = KeycloakEnvironment.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantsTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Things things;

  @Inject TenantClients clients;
  @Inject Tenants settings;

  @BeforeAll
  static void start() {
    things = Things.start();
  }

  @BeforeEach
  void awaitRoutes() {
    await().atMost(SOON).until(() -> given().get("/v1/things").statusCode() == 401);
  }

  @AfterAll
  static void stop() {
    things.close();
  }

  @Test
  void aNewTenantIsKnownEverywhereAndItsKeyOpensTheGateway() {
    JsonPath tenant = create("fresh").then().statusCode(201).extract().jsonPath();
    UUID id = Ids.read("ten", tenant.getString("id"));

    TestEvents.Sent event =
        TestEvents.receive("homeport.tenant.v1", 1, sent -> sent.tenant().equals(id)).getFirst();
    assertThat(event.type()).isEqualTo("dev.homeport.gateway.tenant-configured.v1");
    assertThat(event.key()).isEqualTo(id.toString());
    assertThat(JsonPath.from(event.data()).getString("reportingCurrency")).isEqualTo("EUR");
    await().atMost(SOON).until(() -> settings.find(id).isPresent());

    Response answer = with(tenant.getString("credentials.apiKey")).get("/v1/things");
    String passedOn = answer.then().statusCode(200).extract().path("headers.authorization");
    JsonNode claims = claims(passedOn);
    assertThat(claims.path("tenant").asText()).isEqualTo(id.toString());
    assertThat(List.of(claims.path("scope").asText().split(" ")))
        .containsExactlyInAnyOrderElementsOf(tenant.getList("credentials.scopes"))
        .contains("orders:write", "loyalty:read")
        .noneMatch(scope -> scope.startsWith("tenants:"));

    with(token(tenant.getString("credentials.clientId"), tenant.getString("credentials.clientSecret")))
        .get("/v1/things")
        .then()
        .statusCode(200);
  }

  @Test
  void anAdministratorReadsWhatWasMade() {
    String id = create("readable").then().statusCode(201).extract().path("id");
    admin()
        .get("/v1/tenants/" + id)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("slug", equalTo("readable"))
        .body("markets", contains("DE", "FR"))
        .body("plan", equalTo("standard"))
        .body("credentials", nullValue());
    admin().get("/v1/tenants?slug=readable").then().body("items.id", contains(id));
    create("readable-too").then().statusCode(201);
    JsonPath first = admin().get("/v1/tenants?limit=1").then().statusCode(200).extract().jsonPath();
    admin()
        .queryParam("limit", 250)
        .queryParam("cursor", first.getString("nextCursor"))
        .get("/v1/tenants")
        .then()
        .statusCode(200)
        .body("items.slug", hasItem("readable-too"));
    admin().get("/v1/tenants/" + Ids.show("ten", Ids.next())).then().statusCode(404);
    admin().get("/v1/tenants/ten_x").then().statusCode(404);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndTheSecretIsStoredNowhere() throws SQLException {
    var request = admin().header("Idempotency-Key", "make-repeated").body(body("repeated", "A"));
    JsonPath first = request.post("/v1/tenants").then().statusCode(201).extract().jsonPath();
    JsonPath again =
        request
            .post("/v1/tenants")
            .then()
            .statusCode(201)
            .header("Idempotent-Replayed", "true")
            .header("Location", "/v1/tenants/" + first.getString("id"))
            .extract()
            .jsonPath();
    assertThat(again.<Object>get()).isEqualTo(first.<Object>get());
    assertThat(wholeDatabase())
        .contains("make-repeated")
        .doesNotContain(first.getString("credentials.clientSecret"))
        .doesNotContain(first.getString("credentials.apiKey"));

    admin()
        .header("Idempotency-Key", "make-repeated")
        .body(body("repeated", "B"))
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void aSlugIsTakenOnceHoweverManyWantIt() {
    List<CompletableFuture<Integer>> attempts =
        IntStream.range(0, 6)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> create("wanted").statusCode()))
            .toList();
    assertThat(attempts.stream().map(CompletableFuture::join).toList())
        .containsOnlyOnce(201)
        .containsOnly(201, 409);
    create("wanted").then().statusCode(409).body("code", equalTo("slug-taken"));
  }

  @Test
  void anAttemptThatBrokeOffIsTakenUpByTheNext() {
    UUID proposed = Ids.next();
    clients.ensure("tenant-broken-off", "Broken off", proposed, TenantScopes.ALL);
    create("broken-off")
        .then()
        .statusCode(201)
        .body("id", equalTo(Ids.show("ten", proposed)))
        .body("credentials.apiKey", startsWith("hp_"));
  }

  @Test
  void aClientThatIsNotOursIsLeftAlone() {
    create("x").then().statusCode(422).body("errors.pointer", contains("/slug"));
    assertThat(clients.ensure("tenant-kept", "n", Ids.next(), List.of("orders:read")).scopes())
        .containsExactly("orders:read");
  }

  @Test
  void whatIsNotATenantIsRefused() {
    refused(body("zone", "n").replace("Europe/Berlin", "Mars/Olympus"), "/timeZone");
    refused(body("money", "n").replace("EUR", "XQX"), "/reportingCurrency");
    refused(body("Slug", "n"), "/slug");
    refused(body("nameless", ""), "/name");
    refused(body("markets", "n").replace("\"DE\"", "\"Germany\""), "/markets/0");
    admin()
        .body(body("field", "n").replace("\"sandbox\"", "\"sandpit\""))
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-field"));
  }

  @Test
  void aTenantChangesWhereItMay() {
    Response made = create("changing");
    String path = "/v1/tenants/" + made.path("id");
    UUID id = Ids.read("ten", made.path("id"));
    String tag = made.header("ETag");

    patch("\"0\"", "{\"name\":\"x\"}", path).then().statusCode(412);
    patch(null, "{\"name\":\"x\"}", path).then().statusCode(428);
    for (String fixed : List.of("reportingCurrency", "timeZone", "slug")) {
      patch(tag, "{\"%s\":\"USD\"}".formatted(fixed), path)
          .then()
          .statusCode(422)
          .body("code", equalTo("setting-fixed"))
          .body("errors.pointer", contains("/" + fixed));
    }
    patch(tag, "{\"name\":\"Changed\",\"markets\":[\"PL\"]}", path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Changed"))
        .body("markets", contains("PL"))
        .body("plan", equalTo("standard"));
    patch(tag, "{\"name\":\"Again\"}", path).then().statusCode(412);

    List<TestEvents.Sent> events =
        TestEvents.receive("homeport.tenant.v1", 2, sent -> sent.tenant().equals(id));
    assertThat(events)
        .extracting(event -> JsonPath.from(event.data()).getString("name"))
        .containsExactly("changing", "Changed");
    assertThat(events)
        .extracting(event -> JsonPath.from(event.data()).getLong("revision"))
        .isSorted();
  }

  @Test
  void aReplacedSecretWorksAtOnceAndTheOldOneEndsWhenItIsToldTo() {
    Response made = create("rotating");
    String path = "/v1/tenants/" + made.path("id") + "/credentials";
    String old = made.path("credentials.apiKey");
    with(old).get("/v1/things").then().statusCode(200);

    String next = admin().body("{}").post(path).then().statusCode(201).extract().path("apiKey");
    with(next).get("/v1/things").then().statusCode(200);
    assertThat(next).isNotEqualTo(old);

    var request = admin().header("Idempotency-Key", "r1").body("{\"endPrevious\":true}");
    String last = request.post(path).then().statusCode(201).extract().path("apiKey");
    request.post(path).then().statusCode(201).body("apiKey", equalTo(last));
    await().atMost(SOON).until(() -> with(next).get("/v1/things").statusCode() == 401);
    with(last).get("/v1/things").then().statusCode(200);
  }

  @Test
  void tenantsAreForAdministratorsAlone() {
    String key = create("curious").then().statusCode(201).extract().path("credentials.apiKey");
    with(key).get("/v1/tenants").then().statusCode(403).body("code", equalTo("forbidden"));
    with(key).body(body("mine", "n")).post("/v1/tenants").then().statusCode(403);
    given().get("/v1/tenants").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void aTenantSeesInItsAuditTrailWhoChangedIt() {
    Response made = create("audited");
    with(made.path("credentials.apiKey"))
        .get("/v1/gateway/audit-entries")
        .then()
        .statusCode(200)
        .body("items.action", contains("tenant.create"))
        .body("items.client", contains("homeport-admin"));
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    String good = create("guessed").then().statusCode(201).extract().path("credentials.apiKey");
    for (String key :
        List.of(
            "hp_",
            "hp_x",
            good + "x",
            "hp_" + encoded("tenant-guessed:wrong"),
            "hp_" + encoded("nobody:nothing"),
            "hp_" + encoded("homeport-wrong-audience:local-only-wrong-audience-secret"))) {
      with(key).get("/v1/things").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void withoutKeycloakKnownTokensGoOnAndNewKeysWait() {
    Response made = create("orphaned");
    String admin = adminToken();
    String token =
        token(made.path("credentials.clientId"), made.path("credentials.clientSecret"));
    with(token).get("/v1/things").then().statusCode(200);
    with(admin).get("/v1/tenants").then().statusCode(200);

    long pid = ConfigProvider.getConfig().getValue(KeycloakEnvironment.PID, Long.class);
    ProcessHandle keycloak = ProcessHandle.of(pid).orElseThrow();
    keycloak.destroyForcibly();
    keycloak.onExit().join();

    with(token).get("/v1/things").then().statusCode(200);
    with("hp_" + encoded("tenant-new:key"))
        .get("/v1/things")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("identity-provider-unavailable"));
    with(admin)
        .body(body("unmade", "n"))
        .post("/v1/tenants")
        .then()
        .statusCode(503)
        .body("code", equalTo("identity-provider-unavailable"));
    with(admin).get("/v1/tenants?slug=unmade").then().body("items", equalTo(List.of()));
  }

  private static Response create(String slug) {
    return admin().body(body(slug, slug)).post("/v1/tenants");
  }

  private static void refused(String body, String pointer) {
    admin()
        .body(body)
        .post("/v1/tenants")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains(pointer));
  }

  private static Response patch(String tag, String body, String path) {
    var request = with(adminToken()).contentType("application/merge-patch+json").body(body);
    return (tag == null ? request : request.header("If-Match", tag)).patch(path);
  }

  private static RequestSpecification admin() {
    return with(adminToken());
  }

  private static RequestSpecification with(String bearer) {
    return given().auth().oauth2(bearer).contentType("application/json");
  }

  private static String adminToken() {
    return token("homeport-admin", "local-only-admin-secret");
  }

  private static String token(String clientId, String secret) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", clientId)
        .formParam("client_secret", secret)
        .post(ConfigProvider.getConfig().getValue(KeycloakEnvironment.TOKEN_URL, String.class))
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static String body(String slug, String name) {
    return """
        {"slug":"%s","name":"%s","reportingCurrency":"EUR","timeZone":"Europe/Berlin",
         "markets":["DE","FR"],"sandbox":true}"""
        .formatted(slug, name);
  }

  private static String encoded(String pair) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode claims(String authorization) {
    try {
      return new ObjectMapper()
          .readTree(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Every row of every table, as a superuser sees them. */
  private static String wholeDatabase() throws SQLException {
    String url =
        ConfigProvider.getConfig()
            .getValue("homeport.test.postgres.superuser-url", String.class)
            .replaceFirst("/postgres(?=\\?|$)", "/gateway");
    try (var connection = DriverManager.getConnection(url);
        var rows =
            connection
                .createStatement()
                .executeQuery("select database_to_xml(true, false, '')::text")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
