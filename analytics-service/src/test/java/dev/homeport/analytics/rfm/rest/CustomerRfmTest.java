package dev.homeport.analytics.rfm.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerRfmTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final UUID buyer = UUID.randomUUID();
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void an_order_shows_in_the_values_of_its_buyer() {
    Orders.send(tenant, Order.of(buyer, "2026-03-01T23:30:00Z", "19.98"));

    eventually(
        buyer,
        answer ->
            answer
                .body("customerId", equalTo("cus_" + buyer))
                .body("values.frequency", equalTo(1))
                .body("values.lastOrderDay", equalTo("2026-03-02")) // half past midnight in Berlin
                .body("values.monetary.amount", equalTo("19.98"))
                .body("values.monetary.currency", equalTo("EUR"))
                .body("scores.r", equalTo(1))
                .body("group.key", equalTo("lost"))
                .body("cutPoints.n", equalTo(1))
                .body("cutPoints.m", contains("19.98", "19.98", "19.98", "19.98"))
                .body("next.f.score", equalTo(5))
                .body("next.f.moreOrders", equalTo(1))
                .body("next.m.moreThan.amount", equalTo("0"))
                .body("next.r.orderOn", equalTo("2026-03-03")));
  }

  @Test
  void returns_lower_the_net_amount_and_may_make_it_negative() {
    Order order = Order.of(buyer, "2026-03-01T10:00:00Z", "100");
    UUID freeReturn = UUID.randomUUID();
    Orders.send(tenant, order, order.returned("50", "1"));
    TestEvents.send(
        Orders.TOPIC,
        Orders.freeReturn(tenant, freeReturn, buyer, 1, "2026-03-05T10:00:00Z", "70.5", false));

    eventually(
        buyer,
        answer ->
            answer
                .body("values.monetary.amount", equalTo("-20.5"))
                .body("values.frequency", equalTo(1)));

    TestEvents.send(
        Orders.TOPIC,
        Orders.freeReturn(tenant, freeReturn, buyer, 2, "2026-03-05T10:00:00Z", "70.5", true));
    eventually(buyer, answer -> answer.body("values.monetary.amount", equalTo("50")));
  }

  /** order-service tells the order with the return among its own, and the return as reversed. */
  @Test
  void a_return_that_goes_to_its_order_counts_once_and_not_at_all_when_it_was_a_mistake() {
    Order order = Order.of(buyer, "2026-03-01T10:00:00Z", "100");
    UUID back = UUID.randomUUID();
    TestEvents.send(
        Orders.TOPIC,
        Orders.freeReturn(tenant, back, buyer, 1, "2026-03-05T10:00:00Z", "30", false),
        order.event(tenant));
    eventually(buyer, answer -> answer.body("values.monetary.amount", equalTo("70")));

    Order attached = order.returned("30", "1");
    TestEvents.send(
        Orders.TOPIC,
        attached.event(tenant),
        Orders.freeReturn(tenant, back, buyer, 2, "2026-03-05T10:00:00Z", "30", true));
    eventually(
        buyer,
        answer ->
            answer
                .body("values.monetary.amount", equalTo("70"))
                .body("values.frequency", equalTo(1)));

    // The return is reversed; what was told before comes again.
    TestEvents.send(
        Orders.TOPIC,
        attached.returned("0", "0").event(tenant),
        Orders.freeReturn(tenant, back, buyer, 3, "2026-03-05T10:00:00Z", "30", true),
        Orders.freeReturn(tenant, back, buyer, 1, "2026-03-05T10:00:00Z", "30", false),
        attached.event(tenant));
    eventually(buyer, answer -> answer.body("values.monetary.amount", equalTo("100")));
  }

  @Test
  void a_cancelled_order_does_not_count_and_a_late_event_does_not_bring_it_back() {
    Order kept = Order.of(buyer, "2026-03-01T10:00:00Z", "10");
    Order cancelled = Order.of(buyer, "2026-03-02T10:00:00Z", "90");
    Orders.send(tenant, kept, cancelled.cancelled(), cancelled);
    Order last = Order.of(buyer, "2026-03-03T10:00:00Z", "1");
    Orders.send(tenant, last, last);

    eventually(
        buyer,
        answer ->
            answer
                .body("values.frequency", equalTo(2))
                .body("values.lastOrderDay", equalTo("2026-03-03"))
                .body("values.monetary.amount", equalTo("11")));
  }

  @Test
  void an_order_is_left_out_until_it_is_converted() {
    Order order = Order.of(buyer, "2026-03-01T10:00:00Z", "10");
    Order other = Order.of(buyer, "2026-03-02T10:00:00Z", "5");
    Orders.send(tenant, order.pending(), other);
    eventually(buyer, answer -> answer.body("values.frequency", equalTo(1)));

    Orders.send(tenant, order.nowConverted());

    eventually(
        buyer,
        answer ->
            answer
                .body("values.frequency", equalTo(2))
                .body("values.monetary.amount", equalTo("15")));
  }

  @Test
  void a_merge_adds_up_and_its_undoing_restores_both() {
    UUID other = UUID.randomUUID();
    Orders.send(
        tenant,
        Order.of(buyer, "2026-03-01T10:00:00Z", "10"),
        Order.of(other, "2026-03-04T10:00:00Z", "5"));
    eventually(buyer, answer -> answer.body("values.frequency", equalTo(1)));
    eventually(other, answer -> answer.body("values.frequency", equalTo(1)));

    TestEvents.send(Orders.IDENTITIES, Orders.mapped(tenant, other, buyer, 10));
    eventually(
        buyer,
        answer ->
            answer
                .body("values.frequency", equalTo(2))
                .body("values.monetary.amount", equalTo("15"))
                .body("values.lastOrderDay", equalTo("2026-03-04")));
    get(other, "").statusCode(404).body("code", equalTo("customer-not-scored"));

    TestEvents.send(
        Orders.IDENTITIES,
        Orders.mapped(tenant, other, other, 11),
        Orders.mapped(tenant, other, buyer, 10));
    eventually(other, answer -> answer.body("values.monetary.amount", equalTo("5")));
    eventually(buyer, answer -> answer.body("values.monetary.amount", equalTo("10")));
  }

  @Test
  void a_past_day_knows_nothing_of_what_came_later() {
    Orders.send(
        tenant,
        Order.of(buyer, "2026-03-01T10:00:00Z", "10"),
        Order.of(buyer, "2026-03-04T10:00:00Z", "5"));
    eventually(buyer, answer -> answer.body("values.frequency", equalTo(2)));

    get(buyer, "?asOf=2026-03-03")
        .statusCode(200)
        .body("asOf", equalTo("2026-03-03"))
        .body("values.frequency", equalTo(1))
        .body("values.recencyDays", equalTo(2))
        .body("values.monetary.amount", equalTo("10"))
        .body("cutPoints.asOf", equalTo("2026-03-03"));
    get(buyer, "?asOf=2026-02-28").statusCode(404).body("code", equalTo("customer-not-scored"));
  }

  @Test
  void a_late_order_changes_the_past_day_that_it_belongs_to() {
    Orders.send(tenant, Order.of(buyer, "2026-03-01T10:00:00Z", "10"));
    eventually(buyer, answer -> answer.body("values.frequency", equalTo(1)));
    get(buyer, "?asOf=2026-03-03").statusCode(200).body("cutPoints.n", equalTo(1));
    UUID late = UUID.randomUUID();

    Orders.send(tenant, Order.of(late, "2026-03-02T10:00:00Z", "5"));

    eventually(late, answer -> answer.body("values.frequency", equalTo(1)));
    get(buyer, "?asOf=2026-03-03").statusCode(200).body("cutPoints.n", equalTo(2));
    get(buyer, "?asOf=2026-03-01").statusCode(200).body("cutPoints.n", equalTo(1));
  }

  @Test
  void cut_points_follow_by_themselves() {
    Orders.send(tenant, Order.of(buyer, "2026-03-01T10:00:00Z", "10"));
    eventually(buyer, answer -> answer.body("scores.f", equalTo(1)));
    Order[] others =
        IntStream.range(0, 9)
            .mapToObj(_ -> Order.of(UUID.randomUUID(), "2026-02-01T10:00:00Z", "5"))
            .toArray(Order[]::new);

    Orders.send(tenant, others);

    eventually(
        buyer,
        answer ->
            answer
                .body("cutPoints.n", equalTo(10))
                .body("scores.r", equalTo(5))
                .body("scores.f", equalTo(1))
                .body("scores.m", equalTo(5))
                .body("scores.fm", equalTo(3))
                .body("group.key", equalTo("potential-loyalist"))
                .body("next.r", nullValue())
                .body("next.m", nullValue()));
  }

  @Test
  void only_returns_make_nobody_to_score() {
    UUID seen = UUID.randomUUID();
    TestEvents.send(
        Orders.TOPIC,
        Orders.freeReturn(tenant, UUID.randomUUID(), buyer, 1, "2026-03-05T10:00:00Z", "7", false),
        Order.of(seen, "2026-03-05T10:00:00Z", "7").event(tenant));
    eventually(seen, answer -> answer.body("cutPoints.n", equalTo(1)));

    get(buyer, "").statusCode(404).body("code", equalTo("customer-not-scored"));
  }

  @Test
  void another_tenant_sees_nothing() {
    Orders.send(tenant, Order.of(buyer, "2026-03-01T10:00:00Z", "10"));
    eventually(buyer, answer -> answer.body("values.frequency", equalTo(1)));
    UUID other = TestTenants.create();

    given()
        .auth()
        .oauth2(TestTokens.token(other, "analytics:read"))
        .get("/v1/customers/cus_" + buyer + "/rfm")
        .then()
        .statusCode(404)
        .body("code", equalTo("customer-not-scored"));
    given()
        .auth()
        .oauth2(TestTokens.token(other, "analytics:read"))
        .get("/v1/rfm/grid")
        .then()
        .statusCode(200)
        .body("customers", equalTo(0))
        .body("net.amount", equalTo("0"))
        .body("groups[0].share", equalTo(0.0f));
  }

  @Test
  void a_day_that_is_no_past_day_is_refused() {
    String tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1).toString();
    for (String day : new String[] {tomorrow, "1969-12-31", "yesterday", "2026-02-30"}) {
      get(buyer, "?asOf=" + day)
          .statusCode(400)
          .contentType("application/problem+json")
          .body("code", equalTo("invalid-parameter"))
          .body("errors[0].parameter", equalTo("asOf"));
    }
  }

  @Test
  void an_identifier_of_another_kind_is_not_found() {
    given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .get("/v1/customers/ord_" + buyer + "/rfm")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void a_token_with_the_scope_is_needed() {
    for (String path :
        new String[] {
          "/v1/customers/cus_" + buyer + "/rfm", "/v1/rfm/grid", "/v1/rfm/cut-points"
        }) {
      given().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
      given()
          .auth()
          .oauth2(TestTokens.token(tenant, "orders:read"))
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
  }

  private void eventually(UUID customer, Consumer<ValidatableResponse> expectation) {
    await().atMost(SOON).untilAsserted(() -> expectation.accept(get(customer, "").statusCode(200)));
  }

  private ValidatableResponse get(UUID customer, String query) {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .get("/v1/customers/cus_" + customer + "/rfm" + query)
        .then();
  }
}
