package dev.homeport.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Hooks;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.gateway.testing.Receiver;
import dev.homeport.gateway.testing.TestResolver;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class EndpointsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String BODY = "{\"url\":\"%s\",\"eventTypes\":[\"*\"]}";
  private static Receiver receiver;
  private static Peer issuer;

  @Inject TestResolver resolver;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @BeforeAll
  static void start() {
    receiver = Receiver.start();
    issuer = Issuer.start();
  }

  @AfterAll
  static void stop() {
    receiver.close();
    issuer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.215.14/",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:192.168.1.1]/",
        "https://user:pass@93.184.215.14/",
        "https://93.184.215.14:25/",
        "https://inside.test/"
      })
  void whatIsNotThePublicInternetIsRefusedWhenItIsNamed(String url) {
    resolver.name("inside.test", "10.1.2.3");
    Hooks hooks = Hooks.open();

    hooks
        .post("", BODY.formatted(url))
        .then()
        .statusCode(422)
        .body("code", equalTo("webhook-url-refused"))
        .body("errors.pointer", contains("/url"));

    hooks.get("").then().body("items", empty());
  }

  @Test
  void aNameThatLeadsElsewhereLaterIsRefusedAtTheDelivery() {
    resolver.name("rebinds.test", "93.184.215.14");
    Hooks hooks = Hooks.open();
    Response made =
        hooks.post(
            "",
            "{\"url\":\"https://rebinds.test/\",\"eventTypes\":[\"%s\"]}".formatted(Hooks.ORDER));
    made.then().statusCode(201);
    var endpoint = new Hooks.Made(made.path("id"), made.path("secret"), made.header("ETag"));
    resolver.name("rebinds.test", "127.0.0.1");

    Hooks.send(hooks.order("k", 1));

    JsonPath delivery = hooks.attempted(endpoint, 1);
    assertThat(delivery.getString("attemptLog[0].fault")).isEqualTo("address-refused");
  }

  @Test
  void theSecretIsShownOnceAndLiesEncrypted() throws SQLException {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/secret");

    hooks.get("/" + endpoint.id()).then().body(not(containsString("whsec_")));
    hooks.get("").then().body(not(containsString("whsec_")));
    hooks
        .request()
        .get("/v1/gateway/audit-entries")
        .then()
        .body(not(containsString(endpoint.secret())));
    byte[] plain = Base64.getDecoder().decode(endpoint.secret().substring("whsec_".length()));
    try (var connection =
            DriverManager.getConnection(database, "gateway_worker", "local-only-gateway_worker");
        var statement =
            connection.prepareStatement("select sealed from webhook_secret where tenant_id = ?")) {
      statement.setObject(1, hooks.tenant());
      try (var row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        String stored = java.util.HexFormat.of().formatHex(row.getBytes(1));
        assertThat(stored).doesNotContain(java.util.HexFormat.of().formatHex(plain));
      }
    }
  }

  @Test
  void aReplacedSecretSignsBesideTheNewOneForAWhile() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/rotated");
    Response rotated =
        hooks.post("/" + endpoint.id() + "/secret-rotations", "{\"overlapSeconds\":3600}");
    rotated.then().statusCode(201);
    String second = rotated.path("secret");

    Hooks.send(hooks.order("k", 1));
    await().atMost(SOON).until(() -> receiver.at("/rotated").size() == 1);
    Receiver.Received both = receiver.at("/rotated").getFirst();
    assertThat(both.header("webhook-signature").split(" ")).hasSize(2);
    assertThat(both.signedWith(endpoint.secret())).isTrue();
    assertThat(both.signedWith(second)).isTrue();

    TestTenants.clockAhead(hooks.tenant(), Duration.ofHours(2));
    Hooks.send(hooks.order("k", 2));
    await().atMost(SOON).until(() -> receiver.at("/rotated").size() == 2);
    Receiver.Received one = receiver.at("/rotated").get(1);
    assertThat(one.header("webhook-signature").split(" ")).hasSize(1);
    assertThat(one.signedWith(second)).isTrue();
  }

  @Test
  void aLeakedSecretEndsAtOnce() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/leaked");
    String second =
        hooks
            .post("/" + endpoint.id() + "/secret-rotations", "{\"overlapSeconds\":0}")
            .path("secret");

    Hooks.send(hooks.order("k", 1));

    await().atMost(SOON).until(() -> receiver.at("/leaked").size() == 1);
    assertThat(receiver.at("/leaked").getFirst().signedWith(endpoint.secret())).isFalse();
    assertThat(receiver.at("/leaked").getFirst().signedWith(second)).isTrue();
  }

  @Test
  void anEndpointBelongsToItsTenantAlone() {
    Hooks hooks = Hooks.open();
    Hooks other = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/own");

    other.get("/" + endpoint.id()).then().statusCode(404);
    other.get("/" + endpoint.id() + "/deliveries").then().statusCode(404);
    other.patch(endpoint.id(), "*", "{\"enabled\":false}").then().statusCode(404);
    other.post("/" + endpoint.id() + "/test-events", "").then().statusCode(404);
    other.post("/" + endpoint.id() + "/secret-rotations", "{}").then().statusCode(404);
    other.get("").then().body("items", empty());
    hooks.request("webhooks:read").get(Hooks.ENDPOINTS).then().statusCode(200);
    hooks
        .request("webhooks:read")
        .body(BODY.formatted(Receiver.url("/x")))
        .post(Hooks.ENDPOINTS)
        .then()
        .statusCode(403);
    hooks.request("orders:read").get(Hooks.ENDPOINTS).then().statusCode(403);
  }

  @Test
  void aChangeMustKnowWhatItChangesAndADeletedOneIsGone() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/changed");
    Response changed = hooks.patch(endpoint.id(), endpoint.tag(), "{\"maxConcurrency\":9}");
    changed.then().statusCode(200).body("maxConcurrency", equalTo(9));
    hooks.patch(endpoint.id(), endpoint.tag(), "{}").then().statusCode(412);
    hooks
        .patch(endpoint.id(), changed.header("ETag"), "{\"url\":\"https://10.0.0.1/\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("webhook-url-refused"));
    hooks.request().delete(Hooks.ENDPOINTS + "/" + endpoint.id()).then().statusCode(428);
    hooks
        .request()
        .header("If-Match", changed.header("ETag"))
        .delete(Hooks.ENDPOINTS + "/" + endpoint.id())
        .then()
        .statusCode(204);
    hooks.get("/" + endpoint.id()).then().statusCode(404);
    Hooks.Made next = hooks.endpoint("/changed-next");
    Hooks.send(hooks.order("k", 1));
    hooks.awaitStatus(next, "delivered", 1);
    assertThat(receiver.at("/changed")).isEmpty();
  }

  @Test
  void aRepeatWithTheSameKeyMakesNoSecondEndpoint() {
    Hooks hooks = Hooks.open();
    String body = BODY.formatted(Receiver.url("/keyed"));
    Response first =
        hooks.request().header("Idempotency-Key", "k").body(body).post(Hooks.ENDPOINTS);
    Response again =
        hooks.request().header("Idempotency-Key", "k").body(body).post(Hooks.ENDPOINTS);

    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(hooks.get("").jsonPath().getList("items")).hasSize(1);
  }

  @Test
  void whatIsNoTypeIsRefusedAndSoAreTooMany() {
    Hooks hooks = Hooks.open();
    hooks
        .post(
            "",
            """
            {"url":"%s","eventTypes":["*","dev.homeport.order.buyer-seen.v1"]}"""
                .formatted(Receiver.url("/x")))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/eventTypes/1"));
    for (int i = 0; i < 8; i++) {
      hooks.endpoint("/many-" + i);
    }
    hooks
        .post("", BODY.formatted(Receiver.url("/many-8")))
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-webhook-endpoints"));
    JsonPath page = hooks.get("?limit=5").jsonPath();
    assertThat(page.getList("items")).hasSize(5);
    assertThat(
            hooks
                .request()
                .queryParam("limit", 5)
                .queryParam("cursor", page.getString("nextCursor"))
                .get(Hooks.ENDPOINTS)
                .jsonPath()
                .getList("items"))
        .hasSize(3);
  }

  @Test
  void anEmptiedSandboxHasNoEndpointsAndNothingWaits() {
    Hooks hooks = Hooks.open();
    receiver.on("/emptied", 500);
    Hooks.Made endpoint = hooks.endpoint("/emptied");
    Hooks.send(hooks.order("k", 1));
    hooks.attempted(endpoint, 1);

    TestTenants.empty(hooks.tenant());

    hooks.get("").then().body("items", empty());
    hooks.get("/" + endpoint.id()).then().statusCode(404);
  }

  @Test
  void theLogIsReadByStatusTypeAndTime() {
    Hooks hooks = Hooks.open();
    Hooks.Made endpoint = hooks.endpoint("/log");
    for (int i = 0; i < 5; i++) {
      Hooks.send(hooks.order("k", i));
    }
    hooks.awaitStatus(endpoint, "delivered", 5);
    String log = Hooks.ENDPOINTS + "/" + endpoint.id() + "/deliveries";

    JsonPath first = hooks.request().get(log + "?limit=3").jsonPath();
    JsonPath rest =
        hooks
            .request()
            .queryParam("limit", 3)
            .queryParam("cursor", first.getString("nextCursor"))
            .get(log)
            .jsonPath();
    assertThat(first.getList("items.id"))
        .hasSize(3)
        .doesNotContainAnyElementsOf(rest.getList("items.id"));
    assertThat(rest.getList("items")).hasSize(2);
    hooks.request().get(log + "?status=failed").then().body("items", empty());
    hooks.request().get(log + "?eventType=dev.homeport.x.v1").then().body("items", empty());
    hooks.request().get(log + "?to=2020-01-01T00:00:00Z").then().body("items", empty());
    hooks.request().get(log + "?from=2100-01-01T00:00:00Z").then().body("items", empty());
    hooks.request().get(log + "?status=odd").then().statusCode(400);
  }
}
