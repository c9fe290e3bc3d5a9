package dev.homeport.analytics.cohort.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CohortsTest {
  private static final String SPRING = "from=2026-01-01&to=2026-03-31&asOf=2026-03-31";

  @Inject Books books;
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void a_cohort_is_a_month_or_a_week_of_the_tenants_zone() {
    books.record(
        tenant,
        List.of(
            order("a", "2025-12-31T23:30:00Z", "DE", "10"), // half past midnight in Berlin
            order("a", "2026-03-01T12:00:00Z", "DE", "5"),
            order("b", "2026-01-31T12:00:00Z", "DE", "20"),
            order("b", "2026-02-01T12:00:00Z", "AT", "30"),
            order("c", "2026-02-10T12:00:00Z", "AT", "40")));

    ask("/v1/cohorts?" + SPRING)
        .body("cohorts.cohort", contains("2026-01", "2026-02"))
        .body("cohorts.customers", contains(2, 1))
        .body("cohorts[0].periods.count", contains(2, 1, 1))
        .body("cohorts[0].periods.rate", contains(1.0f, 0.5f, 0.5f))
        .body("cohorts[0].periods.complete", contains(true, true, true))
        .body("cohorts[1].periods.count", contains(1, 0))
        .body("overall.customers", contains(3, 3, 2))
        .body("overall.count", contains(3, 1, 1))
        .body("currency", nullValue());
    ask("/v1/cohorts?measure=net&market=AT&" + SPRING)
        .body("cohorts.cohort", contains("2026-02"))
        .body("cohorts[0].customers", equalTo(2))
        .body("cohorts[0].periods.amount", contains("70", "0"))
        .body("currency", equalTo("EUR"));
    ask("/v1/cohorts?by=week&measure=orders&" + SPRING)
        .body("from", equalTo("2025-12-29"))
        .body("cohorts.cohort", contains("2026-W01", "2026-W05", "2026-W07"))
        .body("cohorts[1].periods[0].count", equalTo(2))
        .body("cohorts[1].periods[0].rate", equalTo(2.0f));
    ask("/v1/cohorts?periods=1&" + SPRING).body("cohorts[0].periods", hasSize(1));
    ask("/v1/repeat-purchases?asOf=2026-03-31")
        .body("customers", equalTo(3))
        .body("repeaters", equalTo(2))
        .body("notYetBack.points.days", contains(1, 59))
        .body("notYetBack.points.atRisk", contains(3, 1))
        .body("notYetBack.medianDays", equalTo(59));
    ask("/v1/repeat-purchases?after=any&asOf=2026-03-31").body("notYetBack.total", equalTo(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/cohorts?" + SPRING, "/v1/repeat-purchases?asOf=2026-03-31"})
  void it_can_be_looked_at_and_reckoned_with(String path) throws Exception {
    books.record(
        tenant,
        List.of(
            order("a", "2026-01-02T12:00:00Z", "D&<E>", "10"),
            order("a", "2026-02-02T12:00:00Z", "DE", "10")));
    String market = path.contains("cohorts") ? "&market=D%26%3CE%3E" : "";

    String svg = as("image/svg+xml", path + market).statusCode(200).extract().asString();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("title").getLength()).isPositive();
    assertThat(document.getElementsByTagName("desc").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    as("text/csv", path).statusCode(200).contentType("text/csv").body(containsString("\r\n"));
    as("image/png", path).statusCode(406);
    as("image/svg+xml", "/v1/cohorts?from=2001-01-01&to=2001-02-01")
        .statusCode(200)
        .body(containsString("No customers in this time."));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/cohorts?by=day, invalid-parameter",
    "/v1/cohorts?measure=joy, invalid-parameter",
    "/v1/cohorts?periods=0, invalid-parameter",
    "/v1/cohorts?periods=157, invalid-parameter",
    "/v1/cohorts?from=2026-13-01, invalid-parameter",
    "/v1/cohorts?from=2026-02-01&to=2026-01-01, invalid-parameter",
    "/v1/cohorts?from=2001-01-01&to=2026-01-01, invalid-parameter",
    "/v1/cohorts?asOf=2999-01-01, invalid-parameter",
    "/v1/cohorts?group=x, unknown-parameter",
    "/v1/repeat-purchases?after=last, invalid-parameter",
    "/v1/repeat-purchases?days=0, invalid-parameter",
    "/v1/sales-summary?by=moon, invalid-parameter",
    "/v1/sales-summary?from=1969-01-01, invalid-parameter",
  })
  void what_cannot_be_asked_is_refused(String path, String code) {
    ask(path).statusCode(400).body("code", equalTo(code));
  }

  @Test
  void nobody_sees_the_cohorts_of_another_tenant() {
    books.record(tenant, List.of(order("a", "2026-01-02T12:00:00Z", "DE", "10")));
    ask("/v1/cohorts?" + SPRING).body("cohorts", hasSize(1));
    tenant = TestTenants.create();
    ask("/v1/cohorts?" + SPRING).body("cohorts", hasSize(0)).body("overall", hasSize(0));
    ask("/v1/repeat-purchases").body("customers", equalTo(0)).body("repeatRate", nullValue());
  }

  private static Fact order(String buyer, String at, String market, String total) {
    return Books.order(
        Books.buyer(buyer),
        Instant.parse(at),
        total,
        new Origin("shop", market, "DE", Attribution.NONE),
        List.of());
  }

  private ValidatableResponse ask(String path) {
    return as("application/json", path);
  }

  private ValidatableResponse as(String type, String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .accept(type)
        .urlEncodingEnabled(false)
        .get(path)
        .then();
  }
}
