package dev.homeport.order.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.support.OnlineRetail;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A real year of orders and returns; every figure is a published one. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailTest {
  private static final String ORDERS = "/v1/order-imports?backfill=true";
  private static final String RETURNS = "/v1/return-imports?backfill=true";

  @Test
  void theYearIsExactInPoundsAndASecondTimeNothingChanges() {
    byte[] orders = OnlineRetail.orders();
    Shop shop = Shop.open("GBP", "Europe/London");

    Response first = shop.importLines(ORDERS, orders);
    first.then().body("result.new", equalTo(18_536)).body("failed", equalTo(0));
    print("orders", first);
    Response returns = shop.importLines(RETURNS, OnlineRetail.returns());
    returns.then().body("result.new", equalTo(3_654)).body("failed", equalTo(0));
    print("returns", returns);
    Response second = shop.importLines(ORDERS, orders);
    second.then().body("result.new", equalTo(0)).body("result.unchanged", equalTo(18_536));
    print("orders again", second);

    shop.get("/v1/order-summary?by=month")
        .then()
        .body("items", hasSize(13))
        .body("total.orders", equalTo(18_536))
        .body("total.returns", equalTo(3_654))
        .body("total.reporting.gross.amount", equalTo("8911407.904"))
        .body("total.reporting.returned.amount", equalTo("611342.09"))
        .body("total.reporting.net.amount", equalTo("8300065.814"));
    assertThat(shop.get("/v1/order-summary?by=market").<java.util.List<?>>path("items"))
        .hasSizeGreaterThanOrEqualTo(37);
  }

  @Test
  void theYearIsExactInEurosAtTheRateOfEachDay() throws Exception {
    byte[] orders = OnlineRetail.orders();
    Shop shop = Shop.open("EUR", "Europe/London");
    shop.putRates(OnlineRetail.rates()).then().statusCode(200).body("days", equalTo(558));

    shop.importLines(ORDERS, orders).then().body("result.new", equalTo(18_536));
    shop.importLines(RETURNS, OnlineRetail.returns()).then().body("result.new", equalTo(3_654));

    assertEuros(shop);
  }

  @Test
  void ratesThatComeAfterwardsLeadToTheSameEuros() throws Exception {
    byte[] orders = OnlineRetail.orders();
    Shop shop = Shop.open("EUR", "Europe/London");
    shop.importLines(ORDERS, orders);
    shop.importLines(RETURNS, OnlineRetail.returns());

    Response rates = shop.putRates(OnlineRetail.rates());
    Response job = shop.awaitJob("/v1/order-service/jobs/" + rates.path("conversion.id"));
    job.then().body("result.orders", equalTo(18_536)).body("result.returns", equalTo(3_654));
    print("conversion", job);

    assertEuros(shop);
  }

  private static void assertEuros(Shop shop) {
    shop.get("/v1/order-summary?by=currency")
        .then()
        .body("items", hasSize(1))
        .body("total.reporting.gross.amount", equalTo("10282993.03"))
        .body("total.reporting.net.amount", equalTo("9573916.19"))
        .body("total.currencies[0].gross.amount", equalTo("8911407.904"));
  }

  private static void print(String what, Response job) {
    Duration time =
        Duration.between(
            Instant.parse(job.path("startedAt")), Instant.parse(job.path("finishedAt")));
    int processed = job.path("processed");
    System.out.printf(
        "%s: %d in %d ms, %d/s%n",
        what, processed, time.toMillis(), processed * 1000L / Math.max(1, time.toMillis()));
  }
}
