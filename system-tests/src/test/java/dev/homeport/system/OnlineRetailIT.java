package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A real year of orders and returns, in pounds; every figure is a published one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnlineRetailIT {
  private static final String AS_OF = "2011-12-10";

  private static Merchant shop;

  @BeforeAll
  static void importTheYear() {
    byte[] orders = OnlineRetail.orders();
    byte[] returns = OnlineRetail.returns();
    shop = Homeport.merchant("GBP", "Europe/London");
    imported("/v1/order-imports", orders).then().body("result.new", equalTo(18_536));
    imported("/v1/return-imports", returns).then().body("result.new", equalTo(3_654));
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(shop.get("/v1/rfm/grid?asOf=" + AS_OF).<Integer>path("customers"))
                    .isEqualTo(4_339));
  }

  @Test
  @Order(1)
  void theSummaryIsExactToTheThousandth() {
    YearSummary.of(shop).hasOrders(18_536).hasGross("8911407.904").hasNet("8300065.814");
  }

  @Test
  @Order(2)
  void theElevenGroupsAreThePublishedOnes() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(groups()).isEqualTo(published()));
  }

  @Test
  @Order(3)
  void everyCustomersScoresAreThePublishedOnes() throws Exception {
    Map<String, Map<String, String>> expected = OnlineRetail.expectedScores();
    assertThat(expected).hasSize(4_339);
    try (var callers = Executors.newFixedThreadPool(4)) {
      List<Future<String>> answers =
          expected.values().stream().map(row -> callers.submit(() -> difference(row))).toList();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEmpty();
      }
    }
  }

  @Test
  @Order(4)
  void theSameFilesAgainChangeNothing() {
    imported("/v1/order-imports", OnlineRetail.orders())
        .then()
        .body("result.new", equalTo(0))
        .body("result.unchanged", equalTo(18_536));
    imported("/v1/return-imports", OnlineRetail.returns())
        .then()
        .body("result.new", equalTo(0))
        .body("result.unchanged", equalTo(3_654));

    YearSummary.of(shop).hasOrders(18_536).hasNet("8300065.814");
    assertThat(groups()).isEqualTo(published());
  }

  private static Response imported(String path, byte[] lines) {
    Response job = shop.awaitJob(shop.submitImport(path + "?backfill=true", lines));
    job.then().body("status", equalTo("succeeded")).body("failed", equalTo(0));
    return job;
  }

  private static Map<String, Integer> groups() {
    Response grid = shop.get("/v1/rfm/grid?asOf=" + AS_OF);
    List<Map<String, Object>> groups = grid.path("groups");
    return groups.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                g -> (String) g.get("name"), g -> (Integer) g.get("customers")));
  }

  private static Map<String, Integer> published() {
    return Map.ofEntries(
        Map.entry("Champions", 598),
        Map.entry("Loyal", 829),
        Map.entry("Potential Loyalist", 499),
        Map.entry("New", 31),
        Map.entry("Promising", 87),
        Map.entry("Needs Attention", 183),
        Map.entry("About To Sleep", 354),
        Map.entry("At Risk", 584),
        Map.entry("Can't Lose Them", 73),
        Map.entry("Hibernating", 768),
        Map.entry("Lost", 333));
  }

  /** Empty when the service says of this customer what the reference says. */
  private static String difference(Map<String, String> row) {
    String number = row.get("customer_id");
    String customer = shop.read("/v1/identities/giftware/" + number).path("id").asText();
    JsonNode rfm = shop.read("/v1/customers/" + customer + "/rfm?asOf=" + AS_OF);
    boolean same =
        row.get("R").equals(rfm.at("/scores/r").asText())
            && row.get("F").equals(rfm.at("/scores/f").asText())
            && row.get("M").equals(rfm.at("/scores/m").asText())
            && row.get("frequency").equals(rfm.at("/values/frequency").asText())
            && row.get("recency_days").equals(rfm.at("/values/recencyDays").asText())
            && row.get("segment_grid25").equals(rfm.at("/group/name").asText())
            && new BigDecimal(row.get("monetary"))
                    .compareTo(new BigDecimal(rfm.at("/values/monetary/amount").asText()))
                == 0;
    return same ? "" : row + " but " + rfm;
  }
}
