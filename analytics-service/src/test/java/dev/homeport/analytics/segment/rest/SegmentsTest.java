package dev.homeport.analytics.segment.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.analytics.Customers;
import dev.homeport.analytics.Followed;
import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.analytics.segment.Attributes;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SegmentsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final UUID anna = UUID.randomUUID();
  private final UUID bert = UUID.randomUUID();
  private UUID tenant = UUID.randomUUID();

  @Inject Followed followed;

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void customers_enter_and_leave_by_what_they_do() {
    put("repeaters", "dynamic", "orders.count >= 2").statusCode(201).body("size", equalTo(0));
    Order second = Order.of(anna, "2026-03-02T10:00:00Z", "20");

    Orders.send(tenant, Order.of(anna, "2026-03-01T10:00:00Z", "10"), second);
    eventually(() -> get("/v1/segments/repeaters").body("size", equalTo(1)));
    get("/v1/customers/cus_" + anna + "/segments").body("segments.key", contains("repeaters"));
    get("/v1/segments/repeaters/members").body("items.customerId", contains("cus_" + anna));

    Orders.send(tenant, second.cancelled());
    eventually(() -> get("/v1/segments/repeaters").body("size", equalTo(0)));
    get("/v1/customers/cus_" + anna + "/segments").body("segments", empty());
    get("/v1/segments/repeaters/history")
        .body("days.entered", contains(1))
        .body("days.left", contains(1))
        .body("days.size", contains(0))
        .body("versions.version", contains(1));
    assertThat(
            TestEvents.receive(
                "homeport.score.v1",
                2,
                event ->
                    event.tenant().equals(tenant) && event.type().contains("analytics.segment-")))
        .extracting(TestEvents.Sent::type)
        .containsExactly(
            "dev.homeport.analytics.segment-entered.v1", "dev.homeport.analytics.segment-left.v1");
  }

  @Test
  void a_wrong_expression_is_refused_with_its_place_and_a_hint() {
    put("wrong", "dynamic", "orders.count > 3 &&\\n  orders.nett > 4")
        .statusCode(422)
        .body("code", equalTo("expression-invalid"))
        .body("errors[0].pointer", equalTo("/expression"))
        .body("errors[0].code", equalTo("unknown-name"))
        .body(
            "errors[0].detail",
            equalTo(
                "Line 2, column 3: There is nothing called `orders.nett`."
                    + " Did you mean `orders.net`?"));
    post("/v1/segments/check", "{\"expression\": \"orders.count > \\\"3\\\"\"}")
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("faults[0].code", equalTo("type-mismatch"))
        .body("faults[0].line", equalTo(1))
        .body("faults[0].column", equalTo(14))
        .body("faults[0].hint", equalTo("Numbers are written without quotes."));
    post("/v1/segments/preview", "{\"expression\": \"country = \\\"DE\\\"\"}")
        .statusCode(422)
        .body("errors[0].detail", containsString("Two values are compared with `==`."));
  }

  @Test
  void a_definition_is_changed_only_from_its_present_version_and_tells_who_moves() {
    Orders.send(
        tenant,
        Order.of(anna, "2026-03-01T10:00:00Z", "10"),
        Order.of(bert, "2026-03-01T10:00:00Z", "99"));
    known(anna);
    known(bert);
    String tag = put("rich", "dynamic", "orders.net > 50").statusCode(201).extract().header("ETag");
    get("/v1/segments/rich").body("size", equalTo(1)).body("settled", equalTo(true));

    put("rich", "dynamic", "orders.net > 5").statusCode(428);
    as().header("If-Match", "\"99\"")
        .body(document("dynamic", "orders.net > 5"))
        .put("/v1/segments/rich")
        .then()
        .statusCode(412);
    as().header("If-Match", tag)
        .body(document("static", null))
        .put("/v1/segments/rich")
        .then()
        .statusCode(422)
        .body("code", equalTo("segment-kind-fixed"));
    post("/v1/segments/preview", "{\"expression\": \"orders.net < 50\", \"key\": \"rich\"}")
        .statusCode(200)
        .body("population", equalTo(2))
        .body("size", equalTo(1))
        .body("entering", contains("cus_" + anna))
        .body("leaving", contains("cus_" + bert));
    as().header("If-Match", tag)
        .body(document("dynamic", "orders.net < 50"))
        .put("/v1/segments/rich")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("size", equalTo(1));
    get("/v1/segments/rich/members").body("items.customerId", contains("cus_" + anna));
    as().header("If-Match", "\"2\"").delete("/v1/segments/rich").then().statusCode(204);
    get("/v1/segments/rich").statusCode(404);
    get("/v1/customers/cus_" + anna + "/segments").body("segments", empty());
    put("rich", "dynamic", "true").statusCode(201).body("size", equalTo(2));
  }

  @Test
  void a_preview_warns_of_what_is_known_of_nobody() {
    Orders.send(tenant, Order.of(anna, "2026-03-01T10:00:00Z", "10"));
    known(anna);

    post("/v1/segments/preview", "{\"expression\": \"value.clv > 5 || orders.net > 5\"}")
        .statusCode(200)
        .body("size", equalTo(1))
        .body("warnings", contains("`value.clv` is known of nobody."));
  }

  @Test
  void a_list_follows_merges_and_their_reversal() {
    Orders.send(
        tenant,
        Order.of(anna, "2026-03-01T10:00:00Z", "10"),
        Order.of(bert, "2026-03-01T10:00:00Z", "99"));
    known(anna);
    known(bert);
    put("vips", "static", null).statusCode(201);
    UUID nobody = UUID.randomUUID();
    post(
            "/v1/segments/vips/members/batch",
            """
            {"items": [{"customerId": "cus_%s"}, {"customerId": "cus_%s"}, {"customerId": "x"},
              {"customerId": "cus_%s", "action": "remove"}]}"""
                .formatted(bert, nobody, anna))
        .statusCode(207)
        .body("items.status", contains(200, 422, 422, 200))
        .body("items[0].changed", equalTo(true))
        .body("items[1].problem.code", equalTo("unknown-customer"))
        .body("items[2].problem.code", equalTo("invalid-id"))
        .body("items[3].changed", equalTo(false));

    TestEvents.send(Orders.IDENTITIES, Orders.mapped(tenant, bert, anna, 5));
    Customers.described(tenant, bert, "DE", "[]", "merged", 5);
    eventually(
        () -> get("/v1/segments/vips/members").body("items.customerId", contains("cus_" + anna)));

    TestEvents.send(Orders.IDENTITIES, Orders.mapped(tenant, bert, bert, 6));
    Customers.described(tenant, bert, "DE", "[]", "active", 6);
    eventually(
        () -> get("/v1/segments/vips/members").body("items.customerId", contains("cus_" + bert)));
    post("/v1/segments/preview", "{\"expression\": \"true\", \"key\": \"vips\"}").statusCode(422);
    put("ruled", "dynamic", "true").statusCode(201);
    post(
            "/v1/segments/ruled/members/batch",
            "{\"items\": [{\"customerId\": \"cus_" + bert + "\"}]}")
        .statusCode(409)
        .body("code", equalTo("segment-not-static"));
  }

  @Test
  void who_was_erased_is_in_no_segment() {
    Customers.described(tenant, anna, "AT", "[\"vip\"]", "active", 1);
    put("vips", "dynamic", "\\\"vip\\\" in tags || country == \\\"AT\\\"").statusCode(201);
    put("all", "dynamic", "true").statusCode(201);
    put("list", "static", null).statusCode(201);
    eventually(() -> get("/v1/segments/vips").body("size", equalTo(1)));
    post("/v1/segments/list/members/batch", "{\"items\": [{\"customerId\": \"cus_" + anna + "\"}]}")
        .statusCode(207);

    Customers.erased(tenant, anna, 2);

    for (String key : new String[] {"vips", "all", "list"}) {
      eventually(() -> get("/v1/segments/" + key).body("size", equalTo(0)));
    }
    Orders.send(tenant, Order.of(anna, "2026-03-01T10:00:00Z", "10"));
    Customers.described(tenant, anna, "AT", "[\"vip\"]", "active", 1);
    known(anna);
    get("/v1/segments/all").body("size", equalTo(0));
  }

  @Test
  void a_consent_that_ends_by_itself_takes_its_customer_out() {
    Customers.described(tenant, anna, "DE", "[]", "active", 1);
    Customers.allowed(tenant, anna, Instant.now().plus(Duration.ofDays(9)).toString(), 1);
    put("mail", "dynamic", "consents[\\\"email-marketing\\\"]").statusCode(201);
    put("away", "dynamic", "daysSince(date(\\\"2026-01-01\\\")) > 0 && !consents[\\\"sms\\\"]")
        .statusCode(201);
    eventually(() -> get("/v1/segments/mail").body("size", equalTo(1)));

    TestTenants.clockAhead(tenant, Duration.ofDays(10));

    eventually(() -> get("/v1/segments/mail").body("size", equalTo(0)));
    get("/v1/segments/away").body("size", equalTo(1));
  }

  @Test
  void members_are_imported_and_exported() {
    Orders.send(
        tenant,
        Order.of(anna, "2026-03-01T10:00:00Z", "10"),
        Order.of(bert, "2026-03-01T10:00:00Z", "99"));
    known(anna);
    known(bert);
    put("list", "static", null).statusCode(201);
    String csv = "customerId,action\ncus_%s,\ncus_%s,add\ncus_x,add\n".formatted(anna, bert);

    String job =
        as().contentType("text/csv")
            .body(csv)
            .post("/v1/segments/list/member-imports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    eventually(
        () ->
            get("/v1/analytics-service/jobs/" + job)
                .body("status", equalTo("succeeded"))
                .body("result.new", equalTo(2))
                .body("result.failed", equalTo(1)));
    String export =
        post("/v1/segments/list/exports", "{\"format\": \"csv\"}")
            .statusCode(202)
            .extract()
            .path("id");
    eventually(
        () -> get("/v1/analytics-service/jobs/" + export).body("status", equalTo("succeeded")));
    String file =
        get("/v1/analytics-service/jobs/" + export)
            .body("result.rows", equalTo(2))
            .body("result.expiresAt", notNullValue())
            .extract()
            .path("result.href");
    String body =
        get(file)
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", containsString("list.csv"))
            .extract()
            .asString();
    assertThat(body.lines().toList()).hasSize(3).first().isEqualTo("customerId,since");
    assertThat(body).contains("cus_" + anna, "cus_" + bert);
    as().accept("application/x-ndjson").get(file).then().statusCode(406);
    as().accept("text/*").get(file).then().statusCode(200);
    as(TestTenants.create()).get(file).then().statusCode(404);
  }

  @Test
  void lists_are_read_page_by_page_and_keys_are_looked_at() {
    for (String key : new String[] {"a", "b", "c"}) {
      put(key, "static", null).statusCode(201);
    }
    String cursor =
        get("/v1/segments?limit=2")
            .body("items.key", contains("a", "b"))
            .extract()
            .path("nextCursor");
    get("/v1/segments?limit=2&cursor=" + cursor).body("items.key", contains("c"));
    put("Not A Key", "static", null).statusCode(404);
    get("/v1/segment-attributes")
        .statusCode(200)
        .body("attributes.name", hasItem("orders.count"))
        .body("attributes", hasSize(Attributes.all().size()));
    get("/v1/customers/cus_" + UUID.randomUUID() + "/segments").statusCode(404);
    as(TestTenants.create()).get("/v1/segments/a").then().statusCode(404);
  }

  private void known(UUID customer) {
    eventually(() -> get("/v1/customers/cus_" + customer + "/rfm").statusCode(200));
    await().atMost(SOON).until(() -> followed.open(tenant) == 0);
  }

  private ValidatableResponse put(String key, String kind, String expression) {
    return as().body(document(kind, expression)).put("/v1/segments/" + key).then();
  }

  private static String document(String kind, String expression) {
    return expression == null
        ? "{\"kind\": \"%s\", \"name\": \"A list\"}".formatted(kind)
        : "{\"kind\": \"%s\", \"name\": \"By a rule\", \"expression\": \"%s\"}"
            .formatted(kind, expression);
  }

  private ValidatableResponse post(String path, String body) {
    return as().body(body).post(path).then();
  }

  private ValidatableResponse get(String path) {
    return as().get(path).then();
  }

  private RequestSpecification as() {
    return as(tenant);
  }

  private static RequestSpecification as(UUID tenant) {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read analytics:write admin:read"))
        .contentType("application/json");
  }

  private static void eventually(Runnable check) {
    await().atMost(SOON).untilAsserted(check::run);
  }
}
