package dev.homeport.gateway.overview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.gateway.testing.Issuer;
import dev.homeport.gateway.testing.Peer;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class OverviewTest {
  private static final String ID = "0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f";
  private static final String CUSTOMER = "cus_" + ID;
  private static final String OVERVIEW = "/v1/customers/" + CUSTOMER + "/overview";
  private static final String ALL = "customers:read orders:read analytics:read loyalty:read";
  private static final String OPERATION =
      "{\"get\":{\"responses\":{\"200\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/%s\"}}}}}}}";
  private static final Map<String, String> ORDERS =
      new ConcurrentHashMap<>(
          Map.of("idn_a", "{\"items\":[{\"id\":\"ord_1\"}],\"nextCursor\":\"c\"}"));

  private static Peer issuer;
  private static Peer orders;
  private static Peer others;

  @BeforeAll
  static void start() {
    issuer = Issuer.start();
    orders =
        Peer.at("homeport.gateway.services.order-service")
            .on("/q/openapi", document(Map.of("/v1/orders", "Orders")));
    others =
        Peer.at("homeport.gateway.services.customer-service")
            .on(
                "/q/openapi",
                document(
                    Map.of(
                        "/v1/customers/{id}", "Customer",
                        "/v1/customers/{id}/identities", "Identities",
                        "/v1/customers/{id}/consent-states", "Consents",
                        "/v1/customers/{customerId}/rfm", "Rfm",
                        "/v1/customers/{customerId}/value", "Value",
                        "/v1/customers/{customerId}/next-actions", "Actions",
                        "/v1/members/{customerId}/tier", "Tier",
                        "/v1/members/{customerId}", "Member",
                        "/v1/members/{customerId}/entries", "Entries")));
  }

  @BeforeEach
  void everythingIsWell() {
    orders.on("/v1/orders", OverviewTest::ordersOfIdentity);
    customer("", "{\"id\":\"%s\", \"name\": {\"full\":\"Änne\"}}".formatted(CUSTOMER));
    customer("/identities", "{\"items\":[{\"id\":\"idn_a\"}]}");
    customer("/rfm", "{\"group\":{\"key\":\"champions\"}}");
    customer("/value", "{\"clv\":{\"amount\":\"81.20\",\"currency\":\"EUR\"}}");
    customer("/next-actions", "{\"actions\":[{\"key\":\"ask-to-recommend\"}]}");
    customer("/consent-states", "{\"items\":[{\"purpose\":\"sms\"}]}");
    others.on("/v1/members/" + CUSTOMER + "/tier", "{\"key\":\"gold\"}");
    others.on("/v1/members/" + CUSTOMER, "{\"balance\":{\"available\":52}}");
    others.on("/v1/members/" + CUSTOMER + "/entries", "{\"items\":[{\"points\":52}]}");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              var answer = given().auth().oauth2(token(ALL)).get(OVERVIEW);
              return answer.statusCode() == 200 && answer.path("missing.size()").equals(0);
            });
  }

  @AfterAll
  static void stop() {
    issuer.close();
    orders.close();
    others.close();
  }

  @Test
  void allThatIsKnownOfACustomerIsInOneAnswer() {
    overview(ALL)
        .statusCode(200)
        .contentType("application/json")
        .body("customerId", equalTo(CUSTOMER))
        .body("profile.name.full", equalTo("Änne"))
        .body("identities.items.id", contains("idn_a"))
        .body("orders.items.id", contains("ord_1"))
        .body("rfm.group.key", equalTo("champions"))
        .body("value.clv.amount", equalTo("81.20"))
        .body("nextActions.actions.key", contains("ask-to-recommend"))
        .body("consents.items.purpose", contains("sms"))
        .body("tier.key", equalTo("gold"))
        .body("membership.balance.available", equalTo(52))
        .body("entries.items.points", contains(52))
        .body("missing", empty());
  }

  @Test
  void ofSeveralIdentitiesTheNewestOrdersAreShown() {
    customer(
        "/identities", "{\"items\":[{\"id\":\"idn_b\"},{\"id\":\"idn_c\"},{\"id\":\"idn_d\"}]}");
    ORDERS.put(
        "idn_b", page("b", "2026-11-01T10:00:00Z", "2026-10-31T10:00:00Z", "2026-01-01T00:00:00Z"));
    ORDERS.put(
        "idn_c",
        page("c", "2026-11-01T10:00:00.5Z", "2026-10-31T09:59:59.999Z", "2025-01-01T00:00:00Z"));
    ORDERS.put("idn_d", page("d"));
    overview(ALL).body("orders.items.id", contains("c0", "b0", "b1", "c1", "b2"));
  }

  @Test
  void aCustomerWithoutIdentitiesHasNoOrders() {
    customer("/identities", "{\"items\":[]}");
    overview(ALL).statusCode(200).body("orders.items", empty()).body("missing", empty());
  }

  @Test
  void whatDoesNotComeInTimeIsNamedAndTheRestIsServed() {
    others.on("/v1/customers/" + CUSTOMER + "/rfm", _ -> {});
    others.on("/v1/customers/" + CUSTOMER, _ -> {});
    overview(ALL)
        .statusCode(200)
        .time(lessThan(1_500L))
        .body("profile", nullValue())
        .body("rfm", nullValue())
        .body("membership.balance.available", equalTo(52))
        .body("missing.part", contains("profile", "rfm"))
        .body("missing.reason", contains("timed-out", "timed-out"));
  }

  @Test
  void whatIsNotThereIsNamedWithItsReason() {
    others.on("/v1/customers/" + CUSTOMER + "/rfm", request -> status(request, 404));
    others.on("/v1/members/" + CUSTOMER, request -> status(request, 500));
    others.on("/v1/members/" + CUSTOMER + "/entries", request -> request.connection().close());
    orders.on("/v1/orders", request -> status(request, 403));
    overview(ALL)
        .statusCode(200)
        .body("missing.part", contains("orders", "rfm", "membership", "entries"))
        .body("missing.reason", contains("refused", "not-found", "failed", "failed"))
        .body("missing.scope", contains(nullValue(), nullValue(), nullValue(), nullValue()));
  }

  @Test
  void withoutIdentitiesNobodyKnowsWhoseOrdersToAskFor() {
    others.on("/v1/customers/" + CUSTOMER + "/identities", request -> status(request, 503));
    overview(ALL)
        .statusCode(200)
        .body("missing.part", contains("identities", "orders"))
        .body("missing.reason", contains("unavailable", "unavailable"));
  }

  @Test
  void whatTheCallerMayNotSeeIsNamed() {
    overview("customers:read orders:read")
        .statusCode(200)
        .body("orders.items", hasSize(1))
        .body("rfm", nullValue())
        .body(
            "missing.part",
            contains("rfm", "value", "nextActions", "membership", "tier", "entries"))
        .body("missing.reason", everyItem(equalTo("scope-missing")))
        .body("missing.scope", hasItems("analytics:read", "loyalty:read"));
    overview("orders:read").statusCode(403).body("code", equalTo("forbidden"));
    given()
        .get(OVERVIEW)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void whoDoesNotExistHasNoOverview() {
    others.on("/v1/customers/" + CUSTOMER, request -> status(request, 404));
    overview(ALL).statusCode(404).body("code", equalTo("not-found"));
    for (String id : new String[] {"x", "cus_x", "idn_" + ID, CUSTOMER.toUpperCase()}) {
      given()
          .auth()
          .oauth2(token(ALL))
          .get("/v1/customers/" + id + "/overview")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void whoWasMergedIsFoundAtTheOther() {
    String other = "cus_5f0c2a4e-9b1d-8c3a-a1b2-c3d4e5f60718";
    others.on(
        "/v1/customers/" + CUSTOMER,
        request ->
            request
                .response()
                .setStatusCode(308)
                .putHeader("location", "http://" + request.authority() + "/v1/customers/" + other)
                .end());
    given()
        .redirects()
        .follow(false)
        .auth()
        .oauth2(token(ALL))
        .get(OVERVIEW)
        .then()
        .statusCode(308)
        .header("Location", equalTo("/v1/customers/" + other + "/overview"));
  }

  @Test
  void theDocumentSaysWhatThePartsLookLike() {
    String parts = "components.schemas.CustomerOverview.properties.";
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                given()
                    .get("/openapi.json")
                    .then()
                    .body(parts + "profile.$ref", equalTo("#/components/schemas/Customer"))
                    .body(parts + "orders.$ref", equalTo("#/components/schemas/Orders"))
                    .body(parts + "membership.$ref", equalTo("#/components/schemas/Member"))
                    .body(parts + "profile.x-answer-of", nullValue()));
  }

  private static ValidatableResponse overview(String scopes) {
    return given().auth().oauth2(token(scopes)).get(OVERVIEW).then();
  }

  private static String token(String scopes) {
    return TestTokens.token(UUID.fromString(ID), scopes);
  }

  private static void customer(String what, String json) {
    others.on("/v1/customers/" + CUSTOMER + what, json);
  }

  private static void status(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).end("{}");
  }

  /** Only for the caller's own token, and no more than are shown. */
  private static void ordersOfIdentity(HttpServerRequest request) {
    assertThat(request.getParam("limit")).isEqualTo("5");
    String orders = ORDERS.get(request.getParam("identityId"));
    if (orders == null || !request.getHeader("authorization").startsWith("Bearer ey")) {
      status(request, 400);
    } else {
      request.response().putHeader("content-type", "application/json").end(orders);
    }
  }

  private static String page(String name, String... placed) {
    var items = new StringBuilder();
    for (int i = 0; i < placed.length; i++) {
      items.append(i == 0 ? "" : ",");
      items.append("{\"id\":\"%s%d\",\"placedAt\":\"%s\"}".formatted(name, i, placed[i]));
    }
    return "{\"items\":[" + items + "]}";
  }

  private static String document(Map<String, String> answers) {
    var paths = new StringBuilder();
    var schemas = new StringBuilder();
    answers.forEach(
        (path, schema) -> {
          paths.append(paths.isEmpty() ? "" : ",");
          paths.append('"').append(path).append("\":").append(OPERATION.formatted(schema));
          schemas.append(schemas.isEmpty() ? "" : ",");
          schemas.append('"').append(schema).append("\":{\"type\":\"object\"}");
        });
    return "{\"openapi\":\"3.1.0\",\"paths\":{%s},\"components\":{\"schemas\":{%s}}}"
        .formatted(paths, schemas);
  }
}
