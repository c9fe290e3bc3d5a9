package dev.homeport.analytics.rebuild;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class RebuildTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final UUID buyer = UUID.randomUUID();
  private UUID tenant = UUID.randomUUID();

  @Inject Tenants tenants;

  @BeforeEach
  void anOrderAtHalfPastMidnightInBerlin() {
    tenant = TestTenants.create("EUR", "Europe/Berlin");
    Orders.send(
        tenant,
        Order.of(buyer, "2026-03-01T23:30:00Z", "10"),
        Order.of(UUID.randomUUID(), "2026-03-05T10:00:00Z", "20"));
    await().atMost(SOON).untilAsserted(() -> rfm().statusCode(200));
  }

  @Test
  void a_rebuild_has_nothing_to_correct() {
    ValidatableResponse job = rebuild();

    job.body("status", equalTo("succeeded"))
        .body("processed", equalTo(2))
        .body("total", equalTo(2))
        .body("result.customers", equalTo(2))
        .body("result.corrected", equalTo(0));
    rfm().body("values.lastOrderDay", equalTo("2026-03-02"));
  }

  @Test
  void a_rebuild_moves_days_into_another_time_zone() {
    moveTo("America/New_York");

    ValidatableResponse job = rebuild();

    job.body("status", equalTo("succeeded")).body("result.corrected", equalTo(1));
    rfm().statusCode(200).body("values.lastOrderDay", equalTo("2026-03-01"));
  }

  @Test
  void a_rebuild_reproduces_cohorts_and_what_goes_with_products() {
    Orders.send(tenant, Order.of(UUID.randomUUID(), "2026-03-31T23:30:00Z", "30"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                ask("/v1/cohorts?measure=net&from=2026-01-01&to=2026-05-01")
                    .body("cohorts.cohort", contains("2026-03", "2026-04"))
                    .body("cohorts.customers", contains(2, 1)));
    moveTo("America/New_York");

    rebuild().body("status", equalTo("succeeded"));

    ask("/v1/cohorts?measure=net&from=2026-01-01&to=2026-05-01")
        .body("cohorts.cohort", contains("2026-03"))
        .body("cohorts.customers", contains(3))
        .body("cohorts[0].periods[0].amount", equalTo("60"));
    ask("/v1/products/MUG-1/affinities").statusCode(200).body("basis.cases", equalTo(3));
  }

  @Test
  void a_rebuild_needs_the_scope_of_an_administrator() {
    given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:write admin:read"))
        .post("/v1/analytics-service/admin/rebuild")
        .then()
        .statusCode(403);
  }

  private void moveTo(String zone) {
    TenantSettings old = tenants.find(tenant).orElseThrow();
    tenants.apply(
        new TenantSettings(
            old.id(),
            old.slug(),
            old.name(),
            old.reportingCurrency(),
            ZoneId.of(zone),
            old.markets(),
            old.sandbox(),
            old.plan(),
            old.clockAhead(),
            old.epoch(),
            old.revision() + 1));
  }

  private ValidatableResponse rebuild() {
    String token = TestTokens.token(tenant, "admin:write admin:read");
    String location =
        given()
            .auth()
            .oauth2(token)
            .post("/v1/analytics-service/admin/rebuild")
            .then()
            .statusCode(202)
            .header("Location", startsWith("http"))
            .extract()
            .header("Location");
    await()
        .atMost(SOON)
        .until(
            () -> given().auth().oauth2(token).get(location).jsonPath().getString("status"),
            status -> !status.equals("queued") && !status.equals("running"));
    return given().auth().oauth2(token).get(location).then().statusCode(200);
  }

  private ValidatableResponse ask(String path) {
    return given().auth().oauth2(TestTokens.token(tenant, "analytics:read")).get(path).then();
  }

  private ValidatableResponse rfm() {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .get("/v1/customers/cus_" + buyer + "/rfm")
        .then();
  }
}
