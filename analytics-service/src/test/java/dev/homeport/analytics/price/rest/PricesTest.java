package dev.homeport.analytics.price.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PricesTest {
  @Inject Books books;
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void the_own_price_is_compared_with_the_last_one_of_each_competitor() {
    books.record(
        tenant,
        List.of(
            sold("2026-02-01T10:00:00Z", "DE", "12.00", "MUG"),
            sold("2026-03-01T10:00:00Z", "DE", "10.00", "MUG"),
            sold("2026-03-02T10:00:00Z", "AT", "9.00", "MUG")));
    seen("a", "MUG", "DE", "7.00", "EUR", "2026-02-01T00:00:00Z");
    seen("a", "MUG", "DE", "9.50", "EUR", "2026-03-05T00:00:00Z");
    seen("a", "MUG", "DE", "1.00", "EUR", "2026-01-01T00:00:00Z");
    seen("b", "MUG", "DE", "8.00", "EUR", "2026-03-01T00:00:00Z");
    seen("c", "MUG", "DE", "10.00", "EUR", "2026-03-01T00:00:00Z");
    seen("c", "MUG", "AT", "9.90", "EUR", "2026-03-01T00:00:00Z");
    seen("d", "MUG", "DE", "5.00", "CHF", "2026-03-01T00:00:00Z");
    seen("a", "mug", "DE", "5.00", "EUR", "2026-03-01T00:00:00Z");

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                ask("/v1/price-position?sku=MUG&market=AT").extract().path("items[0].rank")
                    != null);

    ask("/v1/price-position?sku=MUG&market=DE")
        .body("items", hasSize(2))
        .body("items[0].own", nullValue())
        .body("items[0].difference", nullValue())
        .body("items[0].best.price.currency", equalTo("CHF"))
        .body("items[1].own.price.amount", equalTo("10"))
        .body("items[1].own.soldAt", equalTo("2026-03-01T10:00:00Z"))
        .body("items[1].best.competitor", equalTo("b"))
        .body("items[1].best.price.amount", equalTo("8"))
        .body("items[1].competitors", equalTo(3))
        .body("items[1].cheaper", equalTo(2))
        .body("items[1].rank", equalTo(3))
        .body("items[1].difference.amount", equalTo("2"))
        .body("items[1].differencePercent", equalTo(25.0f));
    ask("/v1/price-position?undercut=true")
        .body("items.sku", contains("MUG"))
        .body("items.market", contains("DE"));
    ask("/v1/price-position?sku=MUG&market=DE&competitor=a")
        .body("items[0].best.price.amount", equalTo("9.5"))
        .body("items[0].differencePercent", equalTo(5.26f));
    ask("/v1/price-position?sku=MUG&market=DE&seenSince=2026-03-04T00:00:00Z")
        .body("items.best.competitor", contains("a"));
    ask("/v1/price-position?sku=MUG&market=AT").body("items[0].difference.amount", equalTo("-0.9"));
    ask("/v1/price-position?sku=mug").body("items[0].own", nullValue());
  }

  @Test
  void an_observation_is_known_by_its_key() {
    seen("a", "MUG", "DE", "7.00", "EUR", "2026-02-01T00:00:00Z");
    String first = ask("/v1/price-observations").extract().path("items[0].recordedAt");
    seen("a", "MUG", "DE", "7", "EUR", "2026-02-01T00:00:00Z");
    ask("/v1/price-observations")
        .body("items", hasSize(1))
        .body("items[0].recordedAt", equalTo(first));

    seen("a", "MUG", "DE", "6.50", "EUR", "2026-02-01T00:00:00Z");

    ask("/v1/price-observations")
        .body("items", hasSize(1))
        .body("items[0].price.amount", equalTo("6.5"));
    ask("/v1/price-position").body("items[0].best.price.amount", equalTo("6.5"));
    seen("a", "MUG", "DE", "6.00", "EUR", "2026-02-02T00:00:00Z");
    ask("/v1/price-observations?to=2026-02-02T00:00:00Z").body("items", hasSize(1));
    ask("/v1/price-observations?from=2026-02-02T00:00:00Z")
        .body("items.price.amount", contains("6"));
    ask("/v1/price-observations?competitor=b").body("items", hasSize(0));
  }

  @Test
  void a_file_comes_in_whole_and_again_without_effect() {
    String csv =
        """
        competitor,sku,market,price,currency,seenAt,source
        a,"M,UG",DE,8.99,EUR,2026-02-01T00:00:00Z,
        a,MUG,DE,0,EUR,2026-02-01T00:00:00Z,crawler
        a,MUG,DE,7.99,EUR,2026-02-01T00:00:00Z,crawler
        """;

    JsonPath first = imported(csv, "text/csv");
    assertThat(first.getInt("result.new")).isEqualTo(2);
    assertThat(first.getInt("result.failed")).isEqualTo(1);
    assertThat(imported(csv, "text/csv").getInt("result.unchanged")).isEqualTo(2);
    String line =
        """
        {"competitor":"a","sku":"MUG","market":"DE","price":{"amount":"7.5","currency":"EUR"},\
        "seenAt":"2026-02-01T00:00:00Z","source":"crawler"}
        """;
    assertThat(imported(line, "application/x-ndjson").getInt("result.revised")).isEqualTo(1);
    ask("/v1/price-observations").body("items.sku", contains("M,UG", "MUG"));
  }

  @Test
  void pages_skip_nothing() {
    for (int i = 0; i < 7; i++) {
      seen("a", "SKU-" + i, "DE", "1", "EUR", "2026-02-01T00:00:00Z");
      seen("b", "SKU-" + i, "DE", "1", "EUR", "2026-02-0" + (1 + i % 3) + "T00:00:00Z");
    }
    assertThat(walk("/v1/price-observations")).hasSize(14).doesNotHaveDuplicates();
    assertThat(walk("/v1/price-position")).hasSize(7).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_batch_says_what_became_of_each_item() {
    String batch =
        """
        {"items": [
          {"competitor":"a","sku":"A","market":"DE","price":{"amount":"1","currency":"EUR"},
           "seenAt":"2026-02-01T00:00:00Z"},
          {"competitor":"a","sku":"B","market":"DE","price":{"amount":"1","currency":"EUR"},
           "seenAt":"2999-02-01T00:00:00Z"}]}""";
    send(batch, true).body("items.status", contains(424, 422));
    ask("/v1/price-observations").body("items", hasSize(0));
    send(batch, false)
        .body("items.status", contains(200, 422))
        .body("items[1].problem.errors[0].pointer", equalTo("/seenAt"));
    ask("/v1/price-observations")
        .body("items.sku", contains("A"))
        .body("items[0].source", equalTo("manual"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sku":"A","market":"DE","price":{"amount":"1","currency":"EUR"},"seenAt":"2026-02-01T00:00:00Z"} | validation-failed
          {"competitor":"a","sku":"A","market":"DE","price":{"amount":"0","currency":"EUR"},"seenAt":"2026-02-01T00:00:00Z"} | validation-failed
          {"competitor":"a","sku":"A","market":"DE","price":{"amount":"1","currency":"EUR"},"seenAt":"2999-02-01T00:00:00Z"} | validation-failed
          {"competitor":"a","sku":"A","market":"DE","price":{"amount":"1","currency":"EUR"},"seenAt":"yesterday"} | invalid-value
          {"competitor":"a","sku":"A","market":"DE","price":{"amount":"1","currency":"EUX"},"seenAt":"2026-02-01T00:00:00Z"} | unknown-currency
          {"competitor":"a","sku":"A","market":"DE","price":"1","seenAt":"2026-02-01T00:00:00Z"} | invalid-value
          {"competitor":"a","seller":"A"} | unknown-field
          """)
  void what_cannot_be_stated_is_refused(String body, String code) {
    caller()
        .contentType("application/json")
        .body(body)
        .put("/v1/price-observations")
        .then()
        .statusCode(422)
        .body("code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/price-position?limit=0, invalid-parameter",
    "/v1/price-position?undercut=maybe, invalid-parameter",
    "/v1/price-position?colour=red, unknown-parameter",
    "/v1/price-position?cursor=x, invalid-cursor",
    "/v1/price-observations?from=today, invalid-parameter",
  })
  void what_cannot_be_asked_is_refused(String path, String code) {
    ask(path).statusCode(400).body("code", equalTo(code));
  }

  private List<String> walk(String path) {
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      RequestSpecification request = caller().queryParam("limit", 3);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get(path).then().statusCode(200).extract().jsonPath();
      page.<Object>getList("items").forEach(item -> seen.add(item.toString()));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return seen;
  }

  private JsonPath imported(String file, String type) {
    String location =
        caller()
            .contentType(type)
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/price-observation-imports")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> caller().get(location).jsonPath().getString("status"),
            status -> !status.equals("queued") && !status.equals("running"));
    return caller().get(location).jsonPath();
  }

  private static Fact sold(String at, String market, String price, String sku) {
    return Books.order(
        UUID.randomUUID(),
        Instant.parse(at),
        price,
        new Origin("shop", market, market, Attribution.NONE),
        List.of(Books.line(sku, price)));
  }

  private void seen(
      String competitor, String sku, String market, String price, String currency, String at) {
    caller()
        .contentType("application/json")
        .body(
            """
            {"competitor":"%s","sku":"%s","market":"%s","seenAt":"%s",
             "price":{"amount":"%s","currency":"%s"}}"""
                .formatted(competitor, sku, market, at, price, currency))
        .put("/v1/price-observations")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse send(String batch, boolean atomic) {
    return caller()
        .contentType("application/json")
        .queryParam("atomic", atomic)
        .body(batch)
        .post("/v1/price-observations/batch")
        .then()
        .statusCode(207);
  }

  private ValidatableResponse ask(String path) {
    return caller().get(path).then();
  }

  private RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.token(tenant, "analytics:read analytics:write"));
  }
}
