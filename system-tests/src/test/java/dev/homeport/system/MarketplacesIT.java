package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The same year as one marketplace account a country: eight people are sixteen customers, until
 * what they share shows who they are; and again once that is taken back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MarketplacesIT {
  private static final String AS_OF = "2011-12-10";
  private static final Duration SOON = Duration.ofMinutes(2);

  private static Merchant shop;
  private static Map<String, Set<String>> people;
  private static int apart;
  private static final Map<String, JsonNode> BEFORE = new TreeMap<>();
  private static final List<String> MERGES = new ArrayList<>();

  @BeforeAll
  static void importTheYear() {
    people = OnlineRetail.peopleOnSeveralMarketplaces();
    shop = Homeport.merchant("GBP", "Europe/London");
    imported("/v1/order-imports", OnlineRetail.ordersByMarketplace())
        .then()
        .body("result.new", equalTo(18_536));
    imported("/v1/return-imports", OnlineRetail.returnsByMarketplace())
        .then()
        .body("result.new", equalTo(3_654));
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> YearSummary.of(shop).hasNet("8300065.814"));
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                people.entrySet().stream()
                    .flatMap(
                        each ->
                            each.getValue().stream()
                                .map(channel -> "/v1/identities/" + channel + "/" + each.getKey()))
                    .allMatch(path -> shop.get(path).statusCode() == 200));
    apart = OnlineRetail.buyersByMarketplace();
    await().atMost(SOON).until(() -> population() == apart);
  }

  @Test
  @Order(1)
  void whatTheyShareShowsWhoTheyAre() {
    assertThat(people).hasSize(8);
    people.forEach(
        (number, channels) ->
            channels.forEach(
                channel -> {
                  String customer = customer(channel, number);
                  BEFORE.put(customer, rfm(customer));
                  say(customer, number);
                }));
    people.forEach(
        (number, channels) ->
            await()
                .atMost(SOON)
                .until(() -> candidates(customer(channels.iterator().next(), number)).size() >= 1));
  }

  @Test
  @Order(2)
  void mergedTheirFiguresAreThoseOfOneShop() {
    people.forEach(
        (number, channels) -> {
          String survivor = customer(channels.iterator().next(), number);
          await()
              .atMost(SOON)
              .until(
                  () -> {
                    for (JsonNode candidate : candidates(survivor)) {
                      accept(candidate, survivor);
                    }
                    return channels.stream()
                        .allMatch(channel -> customer(channel, number).equals(survivor));
                  });
        });

    await().atMost(SOON).until(() -> population() == 4_339);
    Map<String, Map<String, String>> expected = OnlineRetail.expectedScores();
    for (String number : people.keySet()) {
      Map<String, String> row = expected.get(number);
      if (row != null) {
        String customer = customer(people.get(number).iterator().next(), number);
        await().atMost(SOON).untilAsserted(() -> assertThat(differs(row, rfm(customer))).isEmpty());
      }
    }
  }

  @Test
  @Order(3)
  void takenBackTheyAreApartAgain() {
    for (String merge : MERGES) {
      shop.post("/v1/merges/" + merge + "/reversal", "").then().statusCode(202);
    }

    await().atMost(SOON).until(() -> population() == apart);
    BEFORE.forEach(
        (customer, before) ->
            await()
                .atMost(SOON)
                .untilAsserted(
                    () ->
                        assertThat(rfm(customer).path("values")).isEqualTo(before.path("values"))));
    YearSummary.of(shop).hasOrders(18_536).hasNet("8300065.814");
  }

  private static String differs(Map<String, String> row, JsonNode rfm) {
    boolean same =
        row.get("R").equals(rfm.at("/scores/r").asText())
            && row.get("F").equals(rfm.at("/scores/f").asText())
            && row.get("M").equals(rfm.at("/scores/m").asText())
            && row.get("frequency").equals(rfm.at("/values/frequency").asText())
            && row.get("recency_days").equals(rfm.at("/values/recencyDays").asText())
            && new BigDecimal(row.get("monetary"))
                    .compareTo(new BigDecimal(rfm.at("/values/monetary/amount").asText()))
                == 0;
    return same ? "" : row + " but " + rfm;
  }

  private static void accept(JsonNode candidate, String survivor) {
    Response accepted =
        shop.post(
            "/v1/match-candidates/" + candidate.path("id").asText() + "/acceptance",
            "{\"survivorId\": \"" + survivor + "\"}");
    accepted.then().statusCode(200);
    MERGES.add(accepted.path("mergeId"));
  }

  private static void say(String customer, String number) {
    String tag = shop.get("/v1/customers/" + customer).header("ETag");
    shop.request()
        .header("If-Match", tag)
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType("application/merge-patch+json")
        .body(
            """
            {"name": {"full": "Person Number%s"},
             "emails": [{"address": "person-%s@example.com", "verified": true}]}"""
                .formatted(number, number))
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
  }

  private static List<JsonNode> candidates(String customer) {
    var found = new ArrayList<JsonNode>();
    shop.read("/v1/match-candidates?customerId=" + customer).path("items").forEach(found::add);
    return found;
  }

  private static String customer(String channel, String number) {
    return shop.read("/v1/identities/" + channel + "/" + number).path("id").asText();
  }

  /** Some of them only sent things back, and so are in no population. */
  private static JsonNode rfm(String customer) {
    Response answer = shop.get("/v1/customers/" + customer + "/rfm?asOf=" + AS_OF);
    return answer.as(JsonNode.class);
  }

  private static int population() {
    return shop.get("/v1/rfm/grid?asOf=" + AS_OF).path("customers");
  }

  private static Response imported(String path, byte[] lines) {
    Response job = shop.awaitJob(shop.submitImport(path + "?backfill=true", lines));
    job.then().body("status", equalTo("succeeded")).body("failed", equalTo(0));
    return job;
  }
}
