package dev.homeport.analytics.acquisition.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AcquisitionTest {
  private static final long SEED = 2_400;

  @Inject Books books;
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  /** Each channel has a cost and a way of buying; both come out as they were put in. */
  @Test
  void a_planted_set_is_recovered_exactly() {
    var random = new Random(SEED);
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < 40; i++) {
      buys(facts, random, medium("cpc"), "50@0", "30@45", "30@100");
    }
    for (int i = 0; i < 10; i++) {
      buys(facts, random, partner("blog-7"), "20@0");
    }
    for (int i = 0; i < 25; i++) {
      buys(facts, random, Attribution.NONE, "40@0", "40@10");
    }
    books.record(tenant, facts);
    for (String month : List.of("2025-01", "2025-02", "2025-03")) {
      spend(month, "Paid search", "800.00");
    }
    spend("2025-02", "Partners", "500");
    spend("2025-02", "Fairs", "90");

    ValidatableResponse answer =
        ask("/v1/acquisition?from=2025-01&to=2025-03&asOf=2026-06-30&margin=0.5");

    answer
        .statusCode(200)
        .body("rows.channel", contains("Paid search", "Direct", "Partners", "Fairs"))
        .body("rows.costClass", contains("paid", "direct", "paid", null))
        .body("rows.economics.customers", contains(40, 25, 10, 0))
        .body("rows[0].economics.cac.amount", equalTo("60"))
        .body("rows[0].economics.net.amount", equalTo("4400"))
        .body("rows[0].economics.acquiredNet.amount", equalTo("2000"))
        .body("rows[0].economics.retainedNet.amount", equalTo("2400"))
        .body("rows[0].economics.retainedShare", equalTo(0.5455f))
        .body("rows[0].economics.ltvToCac", equalTo(0.9167f))
        .body("rows[0].economics.paybackMonths", nullValue())
        .body("rows[0].economics.atAge.days", contains(30, 90, 180, 365))
        .body("rows[0].economics.atAge.netPerCustomer.amount", contains("50", "80", "110", "110"))
        .body("rows[0].economics.atAge[0].ltvToCac", equalTo(0.4167f))
        .body("rows[0].economics.expectedMargin", nullValue())
        .body("rows[1].economics.spend", nullValue())
        .body("rows[1].economics.cac", nullValue())
        .body("rows[1].economics.netPerCustomer.amount", equalTo("80"))
        .body("rows[2].economics.cac.amount", equalTo("50"))
        .body("rows[3].economics.cac", nullValue())
        .body("rows[3].economics.ltvToCac", equalTo(0.0f))
        .body("total.customers", equalTo(75))
        .body("total.spend.amount", equalTo("2990"))
        .body("total.net.amount", equalTo("6600"));
    ask("/v1/acquisition?from=2025-01&to=2025-03&asOf=2026-06-30")
        .body("rows[0].economics.paybackMonths", equalTo(2))
        .body("rows[2].economics.paybackMonths", nullValue());
    ask("/v1/acquisition?from=2025-01&to=2025-03&asOf=2026-06-30&by=month&channel=Paid search")
        .body("rows.economics.spend.amount", contains("800", "800", "800"))
        .body("rows.economics.customers.sum()", equalTo(40));
  }

  @Test
  void a_post_that_was_paid_for_is_no_word_of_mouth() {
    books.record(
        tenant,
        List.of(
            order("a", "2025-01-01T10:00:00Z", "10", attributed("instagram", "social", "spring")),
            order("b", "2025-01-01T10:00:00Z", "10", medium("social")),
            order("c", "2025-01-02T10:00:00Z", "10", medium("Social-Feed"))));

    ask("/v1/acquisition?from=2025-01&to=2025-01&asOf=2025-02-03")
        .body("rows.channel", contains("Paid social", "Organic social"))
        .body("rows.economics.customers", contains(2, 1));
  }

  @Test
  void the_young_are_compared_with_nobody() {
    books.record(
        tenant,
        List.of(
            order("a", "2025-01-01T10:00:00Z", "10"),
            order("a", "2025-01-31T10:00:00Z", "5"),
            order("b", "2025-02-01T10:00:00Z", "30"),
            order("c", "2025-02-25T10:00:00Z", "99")));

    ask("/v1/acquisition?from=2025-01&to=2025-02&asOf=2025-03-03")
        .body("rows[0].economics.customers", equalTo(3))
        .body("rows[0].economics.atAge.days", contains(30))
        .body("rows[0].economics.atAge.customers", contains(2))
        .body("rows[0].economics.atAge.netPerCustomer.amount", contains("20"));
  }

  @Test
  void revenue_is_acquired_on_the_first_day_and_retained_afterwards() {
    books.record(
        tenant,
        List.of(
            order("a", "2025-01-01T10:00:00Z", "10"),
            order("a", "2025-01-31T10:00:00Z", "5"),
            order("b", "2025-02-01T10:00:00Z", "30"),
            order("a", "2025-02-02T10:00:00Z", "10")));
    spend("2025-02", "Paid search", "7");

    ask("/v1/acquisition/revenue?from=2025-01&to=2025-03")
        .body("months.month", contains("2025-01", "2025-02"))
        .body("months.customersWon", contains(1, 1))
        .body("months.customersReturning", contains(0, 1))
        .body("months.acquiredNet.amount", contains("10", "30"))
        .body("months.retainedNet.amount", contains("5", "10"))
        .body("months[1].retainedShare", equalTo(0.25f))
        .body("months[1].spend.amount", equalTo("7"));
  }

  @Test
  void rules_are_data() {
    books.record(
        tenant,
        List.of(
            order("a", "2025-01-01T10:00:00Z", "10", attributed("Google", "CPC", "10%_off")),
            order("b", "2025-01-02T10:00:00Z", "10", attributed("google", "cpc", "10xxoff")),
            order("c", "2025-01-03T10:00:00Z", "10", medium("Affiliates")),
            order("d", "2025-01-04T10:00:00Z", "10", partner("p"))));
    ask("/v1/acquisition?from=2025-01&to=2025-01")
        .body("rows.channel", contains("Paid search", "Affiliates", "Partners"));

    caller()
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(
            """
            {"rules": [
              {"channel": "Sale", "costClass": "paid",
               "when": {"source": ["goog*"], "campaign": ["10%_*"]}},
              {"channel": "Shop", "costClass": "direct", "when": {"salesChannel": ["SHOP"]}}],
             "otherwise": {"channel": "Else", "costClass": "direct"}}""")
        .put("/v1/attribution-rules")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));

    ask("/v1/acquisition?from=2025-01&to=2025-01")
        .body("rows.channel", contains("Shop", "Sale"))
        .body("rows.economics.customers", contains(3, 1));
    ask("/v1/acquisition?from=2025-01&to=2025-01&by=campaign")
        .body("rows.campaign", contains(null, "10%_off", "10xxoff"));
    ask("/v1/attribution-rules")
        .header("ETag", equalTo("\"1\""))
        .body("rules[0].when.campaign", contains("10%_*"))
        .body("otherwise.channel", equalTo("Else"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/acquisition?from=2025-1, invalid-parameter",
    "/v1/acquisition?from=2025-03&to=2025-01, invalid-parameter",
    "/v1/acquisition?from=2001-01&to=2025-01, invalid-parameter",
    "/v1/acquisition?margin=1.5, invalid-parameter",
    "/v1/acquisition?margin=x, invalid-parameter",
    "/v1/acquisition?asOf=2999-01-01, invalid-parameter",
    "/v1/acquisition?by=planet, invalid-parameter",
    "/v1/acquisition?limit=501, invalid-parameter",
    "/v1/acquisition?colour=red, unknown-parameter",
    "/v1/marketing-spend?cursor=x, invalid-cursor",
  })
  void what_cannot_be_asked_is_refused(String path, String code) {
    ask(path).statusCode(400).body("code", equalTo(code));
  }

  @Test
  void rules_that_would_match_everything_are_refused() {
    caller()
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(
            """
            {"rules": [{"channel": "A", "costClass": "paid", "when": {}}],
             "otherwise": {"channel": "B", "costClass": "direct"}}""")
        .put("/v1/attribution-rules")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/rules/0/when"));
  }

  private void buys(List<Fact> facts, Random random, Attribution from, String... orders) {
    UUID buyer = new UUID(random.nextLong(), random.nextLong());
    Instant first =
        Instant.parse("2025-01-01T08:00:00Z")
            .plus(random.nextInt(90), ChronoUnit.DAYS)
            .plus(random.nextInt(600), ChronoUnit.MINUTES);
    for (String order : orders) {
      String[] parts = order.split("@");
      Instant at = first.plus(Long.parseLong(parts[1]), ChronoUnit.DAYS);
      facts.add(Books.order(buyer, at, parts[0], new Origin("shop", "DE", "DE", from), List.of()));
    }
  }

  private static Fact order(String buyer, String at, String total) {
    return order(buyer, at, total, Attribution.NONE);
  }

  private static Fact order(String buyer, String at, String total, Attribution from) {
    return Books.order(
        Books.buyer(buyer),
        Instant.parse(at),
        total,
        new Origin("shop", "DE", "DE", from),
        List.of());
  }

  private static Attribution medium(String medium) {
    return new Attribution(
        Optional.empty(),
        Optional.of(medium),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("paid"));
  }

  private static Attribution partner(String partner) {
    return new Attribution(
        Optional.empty(),
        Optional.of("cpc"),
        Optional.empty(),
        Optional.of(partner),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Attribution attributed(String source, String medium, String campaign) {
    return new Attribution(
        Optional.of(source),
        Optional.of(medium),
        Optional.of(campaign),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void spend(String month, String channel, String amount) {
    put("{\"month\":\"%s\",\"channel\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
            .formatted(month, channel, amount))
        .statusCode(200);
  }

  private ValidatableResponse put(String body) {
    return caller().contentType("application/json").body(body).put("/v1/marketing-spend").then();
  }

  private ValidatableResponse ask(String path) {
    return caller().get(path).then();
  }

  private RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.token(tenant, "analytics:read analytics:write"));
  }
}
