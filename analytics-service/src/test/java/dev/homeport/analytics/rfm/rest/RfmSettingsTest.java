package dev.homeport.analytics.rfm.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class RfmSettingsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SCORINGS = "/v1/rfm/scorings/";
  private static final String GRIDS = "/v1/rfm/grids/";

  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void default_is_there_can_be_changed_and_cannot_be_deleted() {
    api()
        .get(SCORINGS + "default")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("buckets", equalTo(5))
        .body("grid", equalTo("grid25"))
        .body("windowDays", nullValue());
    put(SCORINGS + "default", "{\"name\": \"All\", \"grid\": \"shopify\"}").statusCode(428);
    put(SCORINGS + "default", "{\"name\": \"All\", \"grid\": \"shopify\"}", "\"1\"")
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    delete(SCORINGS + "default", "\"1\"").statusCode(412);
    delete(SCORINGS + "default", "\"2\"").statusCode(409).body("code", equalTo("scoring-needed"));
  }

  @Test
  void a_scoring_is_made_once_replaced_by_version_and_given_up() {
    put(SCORINGS + "germany", ScoringDocument.EXAMPLE)
        .statusCode(201)
        .header("Location", containsString("/v1/rfm/scorings/germany"))
        .header("ETag", equalTo("\"1\""))
        .body("market", equalTo("DE"));
    put(SCORINGS + "germany", ScoringDocument.EXAMPLE).statusCode(428);
    put(SCORINGS + "germany", "{\"name\": \"G\", \"channel\": \"shop-de\"}", "\"1\"")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("market", nullValue());
    put(SCORINGS + "france", ScoringDocument.EXAMPLE, "\"1\"").statusCode(404);
    api().get("/v1/rfm/scorings").then().body("items.key", contains("default", "germany"));
    delete(SCORINGS + "germany", "\"2\"").statusCode(204);
    api().get(SCORINGS + "germany").then().statusCode(404);
    api()
        .get("/v1/rfm/grid?scoring=germany")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("scoring"));
  }

  @Test
  void a_scoring_that_makes_no_sense_is_refused() {
    String[][] refused = {
      {"{\"name\": \"x\", \"buckets\": 2}", "validation-failed", "/buckets"},
      {"{\"name\": \"x\", \"buckets\": 11}", "validation-failed", "/buckets"},
      {"{\"name\": \"x\", \"windowDays\": 0}", "validation-failed", "/windowDays"},
      {"{\"name\": \" \"}", "validation-failed", "/name"},
      {
        "{\"name\": \"x\", \"market\": \"DE\", \"channel\": \"a\"}", "validation-failed", "/channel"
      },
      {"{\"name\": \"x\", \"grid\": \"none\"}", "grid-unknown", "/grid"},
      {"{\"name\": \"x\", \"buckets\": 10}", "buckets-differ", "/grid"},
    };
    for (String[] one : refused) {
      put(SCORINGS + "one", one[0])
          .statusCode(422)
          .body("code", equalTo(one[1]))
          .body("errors[0].pointer", equalTo(one[2]));
    }
    put(SCORINGS + "No-Key", ScoringDocument.EXAMPLE).statusCode(404);
  }

  @Test
  void there_are_twenty_scorings_at_most() {
    for (int i = 1; i < 20; i++) {
      put(SCORINGS + "s" + i, "{\"name\": \"S\"}").statusCode(201);
    }
    put(SCORINGS + "s20", "{\"name\": \"S\"}")
        .statusCode(409)
        .body("code", equalTo("scoring-limit"));
    put(SCORINGS + "s1", "{\"name\": \"Changed\"}", "\"1\"").statusCode(200);
  }

  @Test
  void a_grid_with_faults_is_refused_with_all_of_them() {
    put(
            GRIDS + "mine",
            """
            {"name": "Mine", "buckets": 3, "axes": "r-f", "groups": [
             {"key": "a", "name": "A", "positions": ["R3 F1-3", "R9 F1"]},
             {"key": "b", "name": "B", "positions": ["R2-3 F3", "R1 F1-2", "x"]}]}""")
        .statusCode(422)
        .body("code", equalTo("grid-incomplete"))
        .body(
            "errors.pointer",
            contains(
                "/groups/0/positions/1",
                "/groups/1/positions/0",
                "/groups/1/positions/2",
                "/groups",
                "/groups",
                "/groups"))
        .body("errors.detail[3]", equalTo("R1 F3 belongs to no group"));
    api().get(GRIDS + "mine").then().statusCode(404);
  }

  @Test
  void grids_that_ship_in_stay_and_a_grid_in_use_is_not_deleted() {
    api()
        .get("/v1/rfm/grids")
        .then()
        .body("items.key", contains("code125", "grid25", "rf10", "shopify"));
    put(GRIDS + "grid25", GridBody.EXAMPLE, "\"1\"")
        .statusCode(409)
        .body("code", equalTo("grid-shipped"));
    delete(GRIDS + "rf10", "\"1\"").statusCode(409).body("code", equalTo("grid-shipped"));
    put(GRIDS + "three", GridBody.EXAMPLE).statusCode(201).body("shipped", equalTo(false));
    put(SCORINGS + "by-three", "{\"name\": \"T\", \"buckets\": 3, \"grid\": \"three\"}")
        .statusCode(201);
    delete(GRIDS + "three", "\"1\"")
        .statusCode(409)
        .body("code", equalTo("grid-in-use"))
        .body("detail", containsString("by-three"));
    put(
            GRIDS + "three",
            """
            {"name": "Four", "buckets": 4, "axes": "r-f", "groups": [
             {"key": "all", "name": "All", "positions": ["R1-4 F1-4"]}]}""",
            "\"1\"")
        .statusCode(409)
        .body("errors[0].pointer", equalTo("/buckets"));
    delete(SCORINGS + "by-three", "\"1\"").statusCode(204);
    delete(GRIDS + "three", "\"1\"").statusCode(204);
  }

  @Test
  void customers_are_seen_by_any_scoring_with_the_group_before() {
    UUID buyer = UUID.randomUUID();
    Orders.send(
        tenant,
        Order.of(buyer, "2026-03-01T10:00:00Z", "10"),
        Order.of(UUID.randomUUID(), "2026-03-02T10:00:00Z", "20"),
        Order.of(UUID.randomUUID(), "2026-03-03T10:00:00Z", "30"));
    put(GRIDS + "three", GridBody.EXAMPLE).statusCode(201);
    put(SCORINGS + "three", "{\"name\": \"T\", \"buckets\": 3, \"grid\": \"three\"}")
        .statusCode(201);
    put(SCORINGS + "france", "{\"name\": \"F\", \"market\": \"FR\"}").statusCode(201);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                rfm(buyer, "three")
                    .statusCode(200)
                    .body("group.key", equalTo("lost"))
                    .body("since", startsWith("20"))
                    .body("previousGroup", nullValue())
                    .body("cutPoints.r", hasSize(2)));
    rfm(buyer, "france").statusCode(404).body("code", equalTo("customer-not-scored"));

    Orders.send(tenant, Order.of(buyer, "2026-03-05T10:00:00Z", "100"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                rfm(buyer, "three")
                    .body("scores.r", equalTo(3))
                    .body("group.key", equalTo("best"))
                    .body("previousGroup.name", equalTo("Lost"))
                    .body("since", startsWith("20")));
    api()
        .get("/v1/rfm/grid?scoring=three")
        .then()
        .body("customers", equalTo(3))
        .body("cells", hasSize(9))
        .body("unscored.customers", equalTo(0));
    api()
        .get("/v1/rfm/migrations?from=2026-03-02&to=2026-03-05&scoring=three")
        .then()
        .statusCode(200)
        .body("customers", equalTo(3))
        .body("moves.customers.sum()", equalTo(3))
        .body("moves.find { it.from == 'not-yet-a-customer' }.customers", equalTo(1));
  }

  @Test
  void grids_and_migrations_are_pictures_where_those_are_asked_for() {
    Orders.send(tenant, Order.of(UUID.randomUUID(), "2026-03-01T10:00:00Z", "10"));
    put(SCORINGS + "code", "{\"name\": \"<&\\\">\", \"grid\": \"code125\"}").statusCode(201);
    for (String path :
        new String[] {
          "/v1/rfm/grid", "/v1/rfm/grid?scoring=code", "/v1/rfm/migrations?from=2026-02-01"
        }) {
      String svg =
          api()
              .accept("image/svg+xml")
              .get(path)
              .then()
              .statusCode(200)
              .contentType(startsWith("image/svg+xml"))
              .extract()
              .asString();
      assertThat(svg).contains("<title id=\"title\">").doesNotContain("<script");
      assertThat(wellFormed(svg)).as(svg).isTrue();
      api().accept("*/*").get(path).then().contentType(startsWith("application/json"));
      api().accept("text/csv").get(path).then().statusCode(406);
    }
  }

  @Test
  void days_the_wrong_way_round_are_refused() {
    api().get("/v1/rfm/migrations?from=2026-03-02&to=2026-03-01").then().statusCode(400);
    api().get("/v1/rfm/migrations?to=9999-01-01").then().statusCode(400);
    api().get("/v1/rfm/migrations").then().statusCode(200).body("customers", equalTo(0));
  }

  private static boolean wellFormed(String xml) {
    try {
      javax.xml.parsers.DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(
              new java.io.ByteArrayInputStream(
                  xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return true;
    } catch (Exception _) {
      return false;
    }
  }

  private ValidatableResponse rfm(UUID customer, String scoring) {
    return api().get("/v1/customers/cus_" + customer + "/rfm?scoring=" + scoring).then();
  }

  private ValidatableResponse put(String path, String body) {
    return api().contentType("application/json").body(body).put(path).then();
  }

  private ValidatableResponse put(String path, String body, String version) {
    return api()
        .contentType("application/json")
        .header("If-Match", version)
        .body(body)
        .put(path)
        .then();
  }

  private ValidatableResponse delete(String path, String version) {
    return api().header("If-Match", version).delete(path).then();
  }

  private RequestSpecification api() {
    return given().auth().oauth2(TestTokens.token(tenant, "analytics:read analytics:write"));
  }
}
