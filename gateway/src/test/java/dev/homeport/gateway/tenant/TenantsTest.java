package dev.homeport.gateway.tenant;

import static dev.homeport.gateway.testing.Administrator.create;
import static dev.homeport.gateway.testing.Administrator.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.gateway.keycloak.ScopeGrants;
import dev.homeport.gateway.keycloak.TenantClients;
import dev.homeport.gateway.testing.Administrator;
import dev.homeport.gateway.testing.KeycloakEnvironment;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KeycloakEnvironment.class)
class TenantsTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject TenantClients clients;
  @Inject ScopeGrants grants;
  @Inject Tenants settings;

  @Test
  void aNewTenantIsMadeKnownToAllServices() {
    Response made = create("fresh");
    UUID id = Ids.read("ten", made.path("id"));

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/tenants/" + made.path("id"));
    TestEvents.Sent event =
        TestEvents.receive("homeport.tenant.v1", 1, sent -> sent.tenant().equals(id)).getFirst();
    assertThat(event.type()).isEqualTo("dev.homeport.gateway.tenant-configured.v1");
    assertThat(event.key()).isEqualTo(id.toString());
    assertThat(JsonPath.from(event.data()).getString("reportingCurrency")).isEqualTo("EUR");
    await().atMost(SOON).until(() -> settings.find(id).isPresent());
  }

  @Test
  void anAdministratorReadsWhatWasMade() {
    String id = create("readable").then().statusCode(201).extract().path("id");
    Administrator.request()
        .get("/v1/tenants/" + id)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("slug", equalTo("readable"))
        .body("markets", contains("DE", "FR"))
        .body("plan", equalTo("standard"))
        .body("credentials", nullValue());
    Administrator.request().get("/v1/tenants?slug=readable").then().body("items.id", contains(id));
  }

  @Test
  void theListGoesOnWhereItsPageEnds() {
    create("page-one").then().statusCode(201);
    create("page-two").then().statusCode(201);
    JsonPath first =
        Administrator.request()
            .get("/v1/tenants?limit=1")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(first.getList("items")).hasSize(1);
    Administrator.request()
        .queryParam("limit", 250)
        .queryParam("cursor", first.getString("nextCursor"))
        .get("/v1/tenants")
        .then()
        .statusCode(200)
        .body("items.slug", hasItem("page-two"));
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndTheSecretIsStoredNowhere() throws SQLException {
    var request =
        Administrator.request()
            .header("Idempotency-Key", "make-repeated")
            .body(Administrator.tenant("repeated", "A"));
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
  void aClientFromBeforeAScopeGetsItAndAnApiKeyDoesNot() {
    List<String> before = List.of("orders:read");
    UUID tenant = Ids.next();
    clients.ensure("tenant-older", "Older", tenant, before);
    clients.ensure("key-tenant-older", "A key", tenant, before);
    assertThat(grants.complete("tenant-older", TenantScopes.ALL)).isEqualTo(1);
    assertThat(clients.get("tenant-older").scopes()).isEqualTo(TenantScopes.ALL);
    assertThat(clients.get("key-tenant-older").scopes()).isEqualTo(before);
    assertThat(grants.complete("tenant-older", TenantScopes.ALL)).isZero();
  }

  @Test
  void aScopeThatTheRealmLacksIsMade() {
    clients.ensure("tenant-newer", "Newer", Ids.next(), List.of("orders:read"));
    List<String> scopes = List.of("orders:read", "novelties:read");
    assertThat(grants.complete("tenant-newer", scopes)).isEqualTo(1);
    assertThat(clients.get("tenant-newer").scopes()).containsExactlyInAnyOrderElementsOf(scopes);
  }

  @Test
  void aTenantChangesWhereItMay() {
    Response made = create("changing");
    UUID id = Ids.read("ten", made.path("id"));
    with(Administrator.token())
        .contentType("application/merge-patch+json")
        .header("If-Match", made.header("ETag"))
        .body("{\"name\":\"Changed\",\"markets\":[\"PL\"]}")
        .patch("/v1/tenants/" + made.path("id"))
        .then()
        .statusCode(200)
        .body("name", equalTo("Changed"))
        .body("markets", contains("PL"))
        .body("plan", equalTo("standard"));

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
  void aTenantSeesInItsAuditTrailWhoChangedIt() {
    Response made = create("audited");
    await().atMost(SOON).until(() -> settings.find(Ids.read("ten", made.path("id"))).isPresent());
    with(made.path("credentials.apiKey"))
        .get("/v1/gateway/audit-entries")
        .then()
        .statusCode(200)
        .body("items.action", contains("tenant.create"))
        .body("items.client", contains("homeport-admin"));
  }

  @Test
  void anAdministratorSeesHowMuchATenantAsksFor() {
    Response made = create("asking");
    await().atMost(SOON).until(() -> settings.find(Ids.read("ten", made.path("id"))).isPresent());
    with(made.path("credentials.apiKey")).get("/v1/gateway/jobs").then().statusCode(200);
    String path = "/v1/tenants/" + made.path("id") + "/usage";
    await()
        .atMost(SOON)
        .until(
            () ->
                Administrator.request()
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getInt("months[0].requests")
                    == 1);
    with(made.path("credentials.apiKey")).get(path).then().statusCode(403);
    Administrator.request()
        .get("/v1/tenants/" + Ids.show("ten", Ids.next()) + "/usage")
        .then()
        .statusCode(404);
  }

  /** Every row of every table, as a superuser sees them. */
  private static String wholeDatabase() throws SQLException {
    String url =
        ConfigProvider.getConfig()
            .getValue("homeport.test.postgres.superuser-url", String.class)
            .replaceFirst("/postgres(?=\\?|$)", "/gateway");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select database_to_xml(true, false, '')::text")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
