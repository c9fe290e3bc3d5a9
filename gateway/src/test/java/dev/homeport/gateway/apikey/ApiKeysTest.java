package dev.homeport.gateway.apikey;

import static dev.homeport.gateway.testing.Administrator.create;
import static dev.homeport.gateway.testing.Administrator.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.gateway.keycloak.KeyClients;
import dev.homeport.gateway.keycloak.NewKeyClient;
import dev.homeport.gateway.testing.Administrator;
import dev.homeport.gateway.testing.KeycloakEnvironment;
import dev.homeport.gateway.testing.Things;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that tenants make for themselves, with a real Keycloak; a tenant may have six. */
@QuarkusTest
@WithTestResource(KeycloakEnvironment.class)
class ApiKeysTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final AtomicInteger TENANTS = new AtomicInteger();

  private static Things things;

  @Inject Tenants settings;
  @Inject KeyClients clients;
  @Inject KeyTable table;
  @Inject KeyRemovals removals;

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
  void aKeyOpensWhatItSaysAndNothingElse() throws IOException {
    String owner = owner();
    JsonPath made = made(make(owner, "\"orders:read\",\"admin:read\""));

    JsonNode claims = claimsPassedOn(made.getString("apiKey"));
    assertThat(claims.path("azp").asText()).isEqualTo(made.getString("clientId"));
    assertThat(List.of(claims.path("scope").asText().split(" ")))
        .containsExactlyInAnyOrder("orders:read", "admin:read");
    assertThat(claims.path("tenant").asText())
        .isEqualTo(claimsPassedOn(owner).path("tenant").asText());
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(10);
    with(made.getString("apiKey")).get("/v1/gateway/jobs").then().statusCode(200);
    with(made.getString("apiKey")).get("/v1/api-keys").then().statusCode(403);
  }

  @Test
  void aKeyIsShownOnceAndReadWithoutItsSecret() {
    String owner = owner();
    Response answer = make(owner, "\"orders:read\"");
    JsonPath made = made(answer);
    String id = made.getString("id");
    assertThat(answer.header("Location")).isEqualTo("/v1/api-keys/" + id);
    assertThat(made.getString("clientId")).matches("key-owner-\\d+-[0-9a-f]{12}");

    with(owner)
        .get("/v1/api-keys/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("n"))
        .body("status", equalTo("active"))
        .body("createdBy", startsWith("tenant-owner-"))
        .body("scopes", contains("orders:read"))
        .body("apiKey", nullValue())
        .body("rotatedAt", nullValue());
    with(owner).get("/v1/api-keys?limit=1").then().body("items.id", contains(id));
    with(owner).get("/v1/api-keys?status=revoked").then().body("items", hasSize(0));
    with(owner)
        .get("/v1/gateway/audit-entries")
        .then()
        .body("items.action", hasItem("api-key.create"))
        .body("items.resourceId", hasItem(id));
  }

  @Test
  void aRepeatShowsTheSameKeyAndMakesNoOther() {
    String owner = owner();
    var request = with(owner).header("Idempotency-Key", "one").body(body("\"orders:read\""));
    JsonPath first = made(request.post("/v1/api-keys"));
    Response again = request.post("/v1/api-keys");
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(made(again).<Object>get()).isEqualTo(first.<Object>get());
    with(owner).get("/v1/api-keys").then().body("items", hasSize(1));
  }

  @Test
  void aKeyCannotHaveMoreThanItsMaker() {
    String owner = owner();
    String maker = made(make(owner, "\"api-keys:write\",\"orders:read\"")).getString("apiKey");
    for (String refused :
        List.of("orders:write", "api-keys:read", "tenants:write", "service:x", "no:such")) {
      make(maker, "\"orders:read\",\"" + refused + "\"")
          .then()
          .statusCode(422)
          .body("errors.pointer", hasItem("/scopes/1"));
    }
    make(owner, "\"tenants:write\"").then().statusCode(422).body("code", equalTo("scope-not-held"));
    made(make(maker, "\"api-keys:write\",\"orders:read\""));
    String reader = made(make(owner, "\"api-keys:read\"")).getString("apiKey");
    make(reader, "\"api-keys:read\"").then().statusCode(403);

    String mighty = made(make(owner, "\"orders:write\"")).getString("id");
    with(maker)
        .body("{}")
        .post("/v1/api-keys/" + mighty + "/rotations")
        .then()
        .statusCode(403)
        .body("detail", containsString("orders:write"));
  }

  @Test
  void noRequestFailsWhileAKeyIsRotatedAndNoneGoesOnWhenItIsRevoked() throws Exception {
    String owner = owner();
    JsonPath made = made(make(owner, "\"orders:read\""));
    String path = "/v1/api-keys/" + made.getString("id");
    String old = made.getString("apiKey");
    var current = new AtomicReference<>(old);
    var going = new AtomicBoolean(true);
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var stream = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      boolean follows = i > 0;
      stream.add(
          Thread.startVirtualThread(
              () -> {
                while (going.get()) {
                  String key = follows ? current.get() : old;
                  statuses.add(with(key).get("/v1/things").statusCode());
                }
              }));
    }
    await().atMost(SOON).until(() -> statuses.size() > 20);
    JsonPath rotated = made(with(owner).body("{}").post(path + "/rotations"));
    current.set(rotated.getString("apiKey"));
    int then = statuses.size();
    // Past the whole lifetime of an exchange, and of several renewals.
    Instant until = Instant.now().plusSeconds(4);
    await().atMost(SOON).until(() -> Instant.now().isAfter(until) && statuses.size() > then + 20);
    going.set(false);
    for (Thread thread : stream) {
      thread.join();
    }

    assertThat(statuses).containsOnly(200);
    assertThat(rotated.getString("clientId")).isEqualTo(made.getString("clientId"));
    assertThat(rotated.getString("apiKey")).isNotEqualTo(old);
    assertThat(Instant.parse(rotated.getString("previousSecretEndsAt")))
        .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_500));

    with(owner).delete(path).then().statusCode(204);
    with(old).get("/v1/things").then().statusCode(401);
    with(current.get()).get("/v1/things").then().statusCode(401);
    assertThat(clients.find(made.getString("clientId"))).isEmpty();
    with(owner).delete(path).then().statusCode(204);
    with(owner)
        .get(path)
        .then()
        .body("status", equalTo("revoked"))
        .body("revokedAt", notNullValue());
    with(owner)
        .body("{}")
        .post(path + "/rotations")
        .then()
        .statusCode(409)
        .body("code", equalTo("api-key-ended"));
    with(owner)
        .get("/v1/gateway/audit-entries")
        .then()
        .body("items.action", hasItems("api-key.create", "api-key.rotate", "api-key.revoke"));
  }

  @Test
  void aLeakedSecretEndsAtOnce() {
    String owner = owner();
    JsonPath made = made(make(owner, "\"orders:read\""));
    String path = "/v1/api-keys/" + made.getString("id") + "/rotations";
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(200);
    var request = with(owner).header("Idempotency-Key", "leak").body("{\"endPrevious\":true}");
    JsonPath rotated = made(request.post(path));
    assertThat(rotated.getString("previousSecretEndsAt")).isNull();
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(401);
    with(rotated.getString("apiKey")).get("/v1/things").then().statusCode(200);
    assertThat(made(request.post(path)).getString("apiKey")).isEqualTo(rotated.getString("apiKey"));
  }

  @Test
  void aRotationThatBrokeOffIsTakenUp() throws InterruptedException {
    String owner = owner();
    JsonPath made = made(make(owner, "\"orders:read\""));
    String clientId = made.getString("clientId");
    Instant shown = clients.find(clientId).orElseThrow().secretMadeAt();
    // Keycloak dates secrets to the second.
    await().atMost(SOON).until(() -> Instant.now().isAfter(shown.plusSeconds(2)));
    clients.rotate(clientId);
    String lost = clients.find(clientId).orElseThrow().secret();
    JsonPath rotated =
        made(with(owner).body("{}").post("/v1/api-keys/" + made.getString("id") + "/rotations"));
    assertThat(pair(rotated.getString("apiKey"))).isEqualTo(clientId + ":" + lost);
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(200);
  }

  @Test
  void aKeyEndsWhenItSays() {
    String owner = owner();
    make(owner, "\"orders:read\"", ",\"expiresAt\":\"2020-01-01T00:00:00Z\"")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/expiresAt"));
    Instant end = Instant.now().plusSeconds(8);
    JsonPath made = made(make(owner, "\"orders:read\"", ",\"expiresAt\":\"" + end + "\""));
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(200);
    await().atMost(SOON).until(() -> Instant.now().isAfter(end));
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(401);
    with(owner)
        .get("/v1/api-keys/" + made.getString("id"))
        .then()
        .body("status", equalTo("expired"));
    with(owner).get("/v1/api-keys?status=active").then().body("items", hasSize(0));
    await()
        .atMost(SOON)
        .until(
            () -> {
              removals.run();
              return clients.find(made.getString("clientId")).isEmpty();
            });
  }

  @Test
  void aKeyMayHaveANarrowerLimit() {
    String owner = owner();
    make(owner, "\"orders:read\"", ",\"plan\":\"golden\"")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/plan"));
    String tiny = made(make(owner, "\"orders:read\"", ",\"plan\":\"tiny\"")).getString("apiKey");
    String wide =
        made(make(owner, "\"orders:read\"", ",\"plan\":\"unlimited\"")).getString("apiKey");
    with(tiny)
        .get("/v1/things")
        .then()
        .header("RateLimit-Policy", containsString("\"client\";q=30;w=30"));
    with(wide)
        .get("/v1/things")
        .then()
        .header("RateLimit-Policy", containsString("\"client\";q=4000;w=2"));
  }

  @Test
  void aTenantHasOnlySoManyHoweverManyAreAskedForAtOnce() {
    String owner = owner();
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 9; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> statuses.add(make(owner, "\"orders:read\"").statusCode())));
    }
    threads.forEach(
        thread -> {
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(6);
    assertThat(statuses).containsOnly(201, 409);
    make(owner, "\"orders:read\"").then().statusCode(409).body("code", equalTo("api-key-limit"));
    String id = with(owner).get("/v1/api-keys").then().extract().path("items[0].id");
    with(owner).delete("/v1/api-keys/" + id).then().statusCode(204);
    made(make(owner, "\"orders:read\""));
  }

  @Test
  void keysOfOthersAreNotThere() {
    String owner = owner();
    String stranger = owner();
    String path = "/v1/api-keys/" + made(make(owner, "\"orders:read\"")).getString("id");
    with(stranger).get(path).then().statusCode(404);
    with(stranger).delete(path).then().statusCode(404);
    with(stranger).body("{}").post(path + "/rotations").then().statusCode(404);
    with(stranger).get("/v1/api-keys").then().body("items", hasSize(0));
    for (String id : List.of("key_x", "x", Ids.show("key", Ids.next()))) {
      with(owner).get("/v1/api-keys/" + id).then().statusCode(404);
    }
    with(Administrator.token()).get("/v1/api-keys").then().statusCode(403);
  }

  @Test
  void ofAnAttemptThatBrokeOffNothingStays() {
    UUID tenant = UUID.randomUUID();
    String clientId = "key-broken-" + tenant.toString().substring(24);
    table.begin(tenant, clientId);
    clients.create(
        new NewKeyClient(
            clientId,
            "n",
            tenant,
            List.of("orders:read"),
            null,
            null,
            "c",
            Instant.now(),
            Duration.ofSeconds(60)));
    removals.run();
    assertThat(clients.find(clientId)).as("its transaction may go on yet").isPresent();
    KeyRows.makeDue(clientId);
    removals.run();
    assertThat(clients.find(clientId)).isEmpty();
    assertThat(table.due(100)).doesNotContain(clientId);
  }

  @Test
  void keysAreThereAlsoWhenASandboxHasBeenEmptied() throws IOException {
    String owner = owner();
    JsonPath made = made(make(owner, "\"orders:read\""));
    TestTenants.empty(UUID.fromString(claimsPassedOn(owner).path("tenant").asText()));
    with(owner).get("/v1/api-keys").then().body("items.id", contains(made.getString("id")));
    with(made.getString("apiKey")).get("/v1/things").then().statusCode(200);
  }

  @Test
  void whatIsNoKeyIsRefused() {
    String owner = owner();
    make(owner, "").then().statusCode(422).body("errors.pointer", contains("/scopes"));
    make(owner, "\"Orders\"").then().statusCode(422).body("errors.pointer", contains("/scopes/0"));
    with(owner).body("{\"scopes\":[\"orders:read\"]}").post("/v1/api-keys").then().statusCode(422);
    with(owner).get("/v1/api-keys?status=lost").then().statusCode(400);
    with(owner).get("/v1/api-keys").then().body("items", hasSize(0));
  }

  /** A new tenant's own key, once the gateway knows the tenant. */
  private String owner() {
    Response tenant = create("owner-" + TENANTS.incrementAndGet());
    assertThat(tenant.statusCode()).isEqualTo(201);
    UUID id = Ids.read("ten", tenant.path("id"));
    await().atMost(SOON).until(() -> settings.find(id).isPresent());
    return tenant.path("credentials.apiKey");
  }

  private static Response make(String with, String scopes) {
    return make(with, scopes, "");
  }

  private static Response make(String with, String scopes, String more) {
    return with(with)
        .body("{\"name\":\"n\",\"scopes\":[%s]%s}".formatted(scopes, more))
        .post("/v1/api-keys");
  }

  private static String body(String scopes) {
    return "{\"name\":\"n\",\"scopes\":[%s]}".formatted(scopes);
  }

  private static JsonPath made(Response answer) {
    return answer.then().statusCode(201).extract().jsonPath();
  }

  private static String pair(String apiKey) {
    return new String(Base64.getUrlDecoder().decode(apiKey.substring(3)), StandardCharsets.UTF_8);
  }

  private static JsonNode claimsPassedOn(String key) throws IOException {
    String token =
        with(key).get("/v1/things").then().statusCode(200).extract().path("headers.authorization");
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
