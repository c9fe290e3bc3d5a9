package dev.homeport.analytics.acquisition.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MarketingSpendTest {
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void spend_is_known_by_what_it_is_for() {
    spend("2025-02", "Paid search", "100");
    String first =
        ask("/v1/marketing-spend?from=2025-01&to=2025-03").extract().path("items[0].statedAt");
    spend("2025-02", "Paid search", "100");
    ask("/v1/marketing-spend?from=2025-01&to=2025-03")
        .body("items", hasSize(1))
        .body("items[0].statedAt", equalTo(first));
    put("{\"month\":\"2025-02\",\"channel\":\"Paid search\",\"market\":\"CH\","
            + "\"amount\":{\"amount\":\"10\",\"currency\":\"CHF\"},\"rate\":\"1.0555\"}")
        .statusCode(200)
        .body("reportingAmount.amount", equalTo("10.56"))
        .body("reportingAmount.currency", equalTo("EUR"));
    ask("/v1/acquisition?from=2025-02&to=2025-02&by=market")
        .body("unassignedSpend.amount", equalTo("100"))
        .body("total.spend.amount", equalTo("110.56"))
        .body("rows.market", contains("CH"));
    spend("2025-02", "Paid search", "0");
    ask("/v1/marketing-spend?from=2025-01&to=2025-03&limit=1")
        .body("items.market", contains("CH"))
        .body("nextCursor", nullValue());
  }

  @Test
  void pages_of_spend_skip_nothing() {
    for (String channel : List.of("A", "B", "C", "D", "E")) {
      spend("2025-02", channel, "1");
      spend("2025-03", channel, "1");
    }
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      RequestSpecification request = caller().queryParam("limit", 3);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page =
          request
              .queryParam("from", "2025-01")
              .queryParam("to", "2025-12")
              .get("/v1/marketing-spend")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (int i = 0; i < page.getList("items").size(); i++) {
        seen.add(
            page.getString("items[" + i + "].month") + page.getString("items[" + i + "].channel"));
      }
      cursor = page.getString("nextCursor");
    } while (cursor != null);

    assertThat(seen)
        .containsExactly(
            "2025-03A",
            "2025-03B",
            "2025-03C",
            "2025-03D",
            "2025-03E",
            "2025-02A",
            "2025-02B",
            "2025-02C",
            "2025-02D",
            "2025-02E");
  }

  @Test
  void a_batch_says_what_became_of_each_item() {
    String batch =
        """
        {"items": [
          {"month": "2025-02", "channel": "A", "amount": {"amount": "1", "currency": "EUR"}},
          {"month": "2025-02", "channel": "B", "amount": {"amount": "1", "currency": "USD"}}]}""";

    send(batch, true).statusCode(207).body("items.status", contains(424, 422));
    ask("/v1/marketing-spend?from=2025-01&to=2025-03").body("items", hasSize(0));
    send(batch, false)
        .statusCode(207)
        .body("items.status", contains(200, 422))
        .body("items[1].problem.code", equalTo("rate-needed"))
        .body("items[1].problem.errors[0].pointer", equalTo("/rate"));
    ask("/v1/marketing-spend?from=2025-01&to=2025-03").body("items.channel", contains("A"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"month":"2025-13","channel":"A","amount":{"amount":"1","currency":"EUR"}} | 422 | validation-failed
          {"month":"2025-01","channel":"","amount":{"amount":"1","currency":"EUR"}} | 422 | validation-failed
          {"month":"2025-01","channel":"A","amount":{"amount":"-1","currency":"EUR"}} | 422 | validation-failed
          {"month":"2025-01","channel":"A","amount":{"amount":"1","currency":"USD"}} | 422 | rate-needed
          {"month":"2025-01","channel":"A","amount":{"amount":"1","currency":"USD"},"rate":"0"} | 422 | validation-failed
          {"month":"2025-01","channel":"A","amount":{"amount":"1","currency":"EUR"},"rate":"2"} | 422 | validation-failed
          {"month":"2025-01","channel":"A","amount":{"amount":"1","currency":"ZZZ"}} | 422 | unknown-currency
          {"month":"2025-01","channel":"A","amount":{"amount":1,"currency":"EUR"}} | 422 | invalid-value
          {"month":"2025-01","channel":"A"} | 422 | validation-failed
          {"month":"2025-01","chanel":"A"} | 422 | unknown-field
          """)
  void what_cannot_be_stated_is_refused(String body, int status, String code) {
    put(body).statusCode(status).body("code", equalTo(code)).body("errors", notNullValue());
  }

  private void spend(String month, String channel, String amount) {
    put("{\"month\":\"%s\",\"channel\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
            .formatted(month, channel, amount))
        .statusCode(200);
  }

  private ValidatableResponse put(String body) {
    return caller().contentType("application/json").body(body).put("/v1/marketing-spend").then();
  }

  private ValidatableResponse send(String batch, boolean atomic) {
    return caller()
        .contentType("application/json")
        .queryParam("atomic", atomic)
        .body(batch)
        .post("/v1/marketing-spend/batch")
        .then();
  }

  private ValidatableResponse ask(String path) {
    return caller().get(path).then();
  }

  private RequestSpecification caller() {
    return given().auth().oauth2(TestTokens.token(tenant, "analytics:read analytics:write"));
  }
}
