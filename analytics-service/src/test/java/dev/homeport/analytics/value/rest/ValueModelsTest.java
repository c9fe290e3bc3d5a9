package dev.homeport.analytics.value.rest;

import static dev.homeport.analytics.value.rest.ValueApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.value.CustomerScores;
import dev.homeport.analytics.value.Values;
import dev.homeport.platform.due.DueWork;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of models, and what they say of customers. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ValueModelsTest {
  private static final long SEED = 4_711;
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Facts facts;
  @Inject Tenancy tenancy;
  @Inject Values values;
  @Inject @All List<DueWork> works;

  private final UUID buyer = UUID.randomUUID();
  private UUID tenant = UUID.randomUUID();
  private ValueApi api = new ValueApi(tenant);

  @BeforeEach
  void aTenantWithCustomersOfWhomManyStay() {
    tenant = TestTenants.create("EUR", "UTC");
    api = new ValueApi(tenant);
    var random = new Random(SEED);
    var orders = new ArrayList<Fact>();
    for (int i = 0; i < 120; i++) {
      UUID customer = i == 0 ? buyer : UUID.randomUUID();
      int day = 1 + random.nextInt(300);
      // Who leaves, leaves soon; who stays, comes every few weeks.
      int last = i % 2 == 0 ? day + 40 : 900;
      for (; day <= last; day += 5 + random.nextInt(40)) {
        Instant at = Instant.now().minus(Duration.ofDays(900 - day));
        orders.add(Cdnow.order(customer, day, at, BigDecimal.valueOf(10 + random.nextInt(90))));
      }
    }
    Cdnow.take(tenant, facts, tenancy, orders);
  }

  @Test
  void a_model_is_fitted_then_brought_into_use_then_replaced_then_forgotten() {
    api.get("/v1/value/summary").statusCode(404).body("code", equalTo("no-active-value-model"));
    api.get("/v1/customers/cus_" + buyer + "/value")
        .statusCode(404)
        .body("code", equalTo("no-active-value-model"));

    String first = api.model("{\"kind\":\"bg-nbd\"}");
    String second = api.model("{\"kind\":\"pareto-nbd\",\"refitDays\":0}");

    api.get("/v1/value-models")
        .statusCode(200)
        .body("items.id", contains(second, first))
        .body("items.number", contains(2, 1))
        .body("items.active", contains(false, false));
    api.get("/v1/value-models?limit=1")
        .body("items.id", contains(second))
        .body("nextCursor", notNullValue());
    api.get("/v1/value-models/comparison")
        .statusCode(200)
        .body("models.id", contains(second, first))
        .body("sameData", equalTo(true))
        .body("bestByBic", notNullValue())
        .body("bestByHoldout", nullValue());

    api.activate(first)
        .statusCode(200)
        .body("active", equalTo(true))
        .body("refitAt", notNullValue());
    api.activate(first).statusCode(200).header("ETag", equalTo("\"2\""));
    delete(first, "\"2\"").statusCode(409).body("code", equalTo("value-model-active"));
    api.activate(second).statusCode(200).body("refitAt", nullValue());
    assertThat(api.read(first).getBoolean("active")).isFalse();
    delete(first, "\"2\"").statusCode(412);
    api.as().delete("/v1/value-models/" + first).then().statusCode(428);
    delete(first, "\"3\"").statusCode(204);
    api.get("/v1/value-models/" + first).statusCode(404);
    api.get("/v1/value/summary").statusCode(200).body("model.id", equalTo(second));
    assertThat(api.model("{\"kind\":\"bg-nbd\"}")).startsWith("vmd_");
    api.get("/v1/value-models").body("items.number", contains(3, 2));
  }

  @Test
  void a_model_that_comes_into_use_moves_customers_in_segments() {
    api.as()
        .contentType(ContentType.JSON)
        .body(
            """
            {"name": "Coming back", "kind": "dynamic", "expression": "value.expectedOrders90 >= 1"}""")
        .put("/v1/segments/coming-back")
        .then()
        .statusCode(201)
        .body("size", equalTo(0));

    api.activate(api.model("{\"kind\":\"bg-nbd\"}")).statusCode(200);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> api.get("/v1/segments/coming-back").body("size", greaterThanOrEqualTo(30)));
  }

  @Test
  void a_customer_is_worth_less_the_longer_nothing_is_heard() {
    api.activate(api.model("{\"kind\":\"bg-nbd\",\"margin\":\"0.5\"}")).statusCode(200);

    JsonPath value = json(api.get("/v1/customers/cus_" + buyer + "/value"));

    assertThat(value.getString("dropOut")).isEqualTo("identified");
    assertThat(value.getDouble("probabilityAlive")).isLessThan(0.1);
    assertThat(value.getString("model.kind")).isEqualTo("bg-nbd");
    assertThat(value.getInt("model.ageDays")).isZero();
    assertThat(value.getBoolean("model.stale")).isFalse();
    assertThat(value.getString("lifetimeValue.expected.currency")).isEqualTo("EUR");
    double before = new BigDecimal(value.getString("lifetimeValue.expected.amount")).doubleValue();

    Fact again = Cdnow.order(buyer, 999, Instant.now(), new BigDecimal("50"));
    Cdnow.take(tenant, facts, tenancy, List.of(again));

    JsonPath after = json(api.get("/v1/customers/cus_" + buyer + "/value"));
    assertThat(after.getDouble("probabilityAlive")).isGreaterThan(0.3);
    assertThat(new BigDecimal(after.getString("lifetimeValue.expected.amount")).doubleValue())
        .isGreaterThan(before);
    assertThat(new BigDecimal(after.getString("lifetimeValue.low.amount")).doubleValue())
        .isLessThan(new BigDecimal(after.getString("lifetimeValue.high.amount")).doubleValue());
    api.get("/v1/customers/cus_" + UUID.randomUUID() + "/value")
        .statusCode(404)
        .body("code", equalTo("customer-not-scored"));
  }

  @Test
  void all_customers_at_once_get_what_each_gets_and_the_summary_is_their_sum() {
    api.activate(api.model("{\"kind\":\"bg-nbd\"}")).statusCode(200);
    JsonPath alone = json(api.get("/v1/customers/cus_" + buyer + "/value"));

    CustomerScores all = tenancy.in(tenant, () -> values.all().orElseThrow());
    CustomerScores one = tenancy.in(tenant, () -> values.of(List.of(buyer)).orElseThrow());

    assertThat(all.size()).isEqualTo(120);
    assertThat(one.size()).isOne();
    assertThat(one.customer(0)).isEqualTo(buyer);
    assertThat(one.probabilityAlive(0).orElseThrow())
        .isCloseTo(alone.getDouble("probabilityAlive"), within(1e-6));
    double total = 0;
    for (int i = 0; i < all.size(); i++) {
      total += all.orders90(i);
    }
    JsonPath summary = json(api.get("/v1/value/summary"));
    assertThat(summary.getDouble("expectedOrders.days90")).isCloseTo(total, within(1e-3));
    assertThat(
            summary.getList("probabilityAlive.customers", Integer.class).stream()
                .mapToInt(n -> n)
                .sum())
        .isEqualTo(120);

    Cdnow.take(
        tenant,
        facts,
        tenancy,
        List.of(Cdnow.order(UUID.randomUUID(), 1, Instant.now(), BigDecimal.TEN)));
    api.get("/v1/value/summary").statusCode(200).body("customers", equalTo(121));
    tenancy.in(
        tenant,
        () -> {
          assertThat(values.of(List.of())).isPresent();
          return 0;
        });
  }

  @Test
  void a_market_has_a_model_of_its_own() {
    api.activate(api.model("{\"kind\":\"bg-nbd\"}")).statusCode(200);
    String market = api.model("{\"kind\":\"bg-nbd\",\"market\":\"US\"}");
    api.get("/v1/value/summary?market=US")
        .statusCode(404)
        .body("code", equalTo("no-active-value-model"));

    api.activate(market).statusCode(200);

    JsonPath whole = json(api.get("/v1/customers/cus_" + buyer + "/value"));
    JsonPath part = json(api.get("/v1/customers/cus_" + buyer + "/value?market=US"));
    assertThat(part.getString("model.id"))
        .isEqualTo(market)
        .isNotEqualTo(whole.getString("model.id"));
    // Nobody bought anywhere else, so what is read from facts is what is read from values.
    assertThat(part.<Object>get("purchases")).isEqualTo(whole.get("purchases"));
    assertThat(part.<Object>get("expectedOrders")).isEqualTo(whole.get("expectedOrders"));
    api.get("/v1/value/summary?market=US").statusCode(200).body("customers", equalTo(120));
    api.get("/v1/customers/cus_" + buyer + "/value?market=DE").statusCode(404);
  }

  @Test
  void an_old_model_is_fitted_again_and_the_new_one_comes_into_use() {
    String old = api.model("{\"kind\":\"bg-nbd\",\"refitDays\":3}");
    api.activate(old).statusCode(200);
    Instant due = Instant.parse(api.read(old).getString("refitAt"));

    tenancy.in(
        tenant,
        () -> {
          DueWork refits = refits();
          assertThat(refits.next(due.minusSeconds(1))).isEmpty();
          assertThat(refits.next(due)).contains(due);
          refits.run(due);
          return 0;
        });

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                api.get("/v1/value-models")
                    .body("items", hasSize(2))
                    .body("items[0].active", equalTo(true)));
    JsonPath fresh = api.read(api.get("/v1/value-models").extract().path("items[0].id"));
    assertThat(fresh.getString("refitOf")).isEqualTo(old);
    assertThat(fresh.getInt("settings.refitDays")).isEqualTo(3);
    assertThat(fresh.getString("refitAt")).isNotNull();
    assertThat(api.read(old).getBoolean("active")).isFalse();
  }

  /** The days of segments turn as well. */
  private DueWork refits() {
    return works.stream()
        .filter(work -> work.getClass().getName().startsWith("dev.homeport.analytics.value."))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_cannot_be_fitted_is_refused_with_its_reason() {
    api.post("/v1/value-models", "{\"kind\":\"bg-nbd\",\"calibrationEnd\":\"2999-01-01\"}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/calibrationEnd"));
    api.post(
            "/v1/value-models",
            "{\"kind\":\"bg-nbd\",\"calibrationEnd\":\"2020-01-01\",\"refitDays\":7}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/refitDays"));
    for (String wrong :
        List.of(
            "{}",
            "{\"kind\":\"lstm\"}",
            "{\"kind\":\"bg-nbd\",\"margin\":\"0\"}",
            "{\"kind\":\"bg-nbd\",\"margin\":\"1.1\"}",
            "{\"kind\":\"bg-nbd\",\"discountPerYear\":\"-0.1\"}",
            "{\"kind\":\"bg-nbd\",\"horizonDays\":3651}",
            "{\"kind\":\"bg-nbd\",\"market\":\"Narnia\"}")) {
      api.post("/v1/value-models", wrong).statusCode(422);
    }
    JsonPath early = api.fit("{\"kind\":\"bg-nbd\",\"calibrationEnd\":\"1999-01-01\"}");
    assertThat(early.getString("status")).isEqualTo("failed");
    assertThat(early.getString("failure.code")).isEqualTo("calibration-end-outside-data");
    JsonPath few = api.fit("{\"kind\":\"bg-nbd\",\"market\":\"DE\"}");
    assertThat(few.getString("failure.code")).isEqualTo("too-few-customers");
    api.get("/v1/value-models").body("items", hasSize(0));
    api.get("/v1/value-models/comparison?ids=nothing").statusCode(400);
  }

  @Test
  void another_tenant_sees_nothing_and_scopes_are_needed() {
    String model = api.model("{\"kind\":\"bg-nbd\"}");
    var other = new ValueApi(TestTenants.create("EUR", "UTC"));

    other.get("/v1/value-models/" + model).statusCode(404).body("code", equalTo("not-found"));
    other.activate(model).statusCode(404);
    other.get("/v1/value-models").statusCode(200).body("items", hasSize(0));
    given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .post("/v1/value-models/" + model + "/activation")
        .then()
        .statusCode(403);
    api.post("/v1/value-models", "{\"kind\":\"bg-nbd\"}")
        .statusCode(202)
        .body("id", startsWith("job_"));
  }

  private ValidatableResponse delete(String model, String tag) {
    return api.as().header("If-Match", tag).delete("/v1/value-models/" + model).then();
  }
}
