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
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real year of orders and returns; every figure is a published one. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OnlineRetailTest {
  private static final String ORDERS = "/v1/order-imports?backfill=true";
  private static final String RETURNS = "/v1/return-imports?backfill=true";

  @Test
  void theYearIsExactInPoundsAndInEurosWhenTheRatesComeAfterwards() throws Exception {
    Shop shop = Shop.open("EUR", "Europe/London");
    Response orders = shop.importLines(ORDERS, OnlineRetail.orders());
    orders.then().body("result.new", equalTo(18_536)).body("failed", equalTo(0));
    print("orders", orders);
    Response returns = shop.importLines(RETURNS, OnlineRetail.returns());
    returns.then().body("result.new", equalTo(3_654)).body("failed", equalTo(0));
    print("returns", returns);

    Response rates = shop.putRates(OnlineRetail.rates());
    Response job = shop.awaitJob("/v1/order-service/jobs/" + rates.path("conversion.id"));
    job.then().body("result.orders", equalTo(18_536)).body("result.returns", equalTo(3_654));
    print("conversion", job);

    shop.get("/v1/order-summary?by=currency")
        .then()
        .body("items", hasSize(1))
        .body("total.reporting.gross.amount", equalTo("10282993.03"))
        .body("total.reporting.net.amount", equalTo("9573916.19"))
        .body("total.currencies[0].gross.amount", equalTo("8911407.904"))
        .body("total.currencies[0].returned.amount", equalTo("611342.09"))
        .body("total.currencies[0].net.amount", equalTo("8300065.814"));
    shop.get("/v1/order-summary?by=month").then().body("items", hasSize(13));
    assertThat(shop.get("/v1/order-summary?by=market").<List<?>>path("items"))
        .hasSizeGreaterThanOrEqualTo(37);
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
