package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.local.Service;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The year in euros at the European Central Bank's rates, with the order service killed in the
 * middle of the import.
 */
class CrashIT {

  @Test
  void anImportGoesOnAfterKillAndNothingIsLostOrDoubled() {
    byte[] orders = OnlineRetail.orders();
    Merchant shop = Homeport.merchant("EUR", "Europe/London");
    shop.request()
        .contentType("text/csv")
        .body(OnlineRetail.exchangeRates())
        .put("/v1/exchange-rates")
        .then()
        .statusCode(200);

    String job = shop.submitImport("/v1/order-imports?backfill=true", orders);
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> processed(shop.get(job)) > 3_000);
    Homeport.suite().service(Service.ORDER).kill();
    Homeport.suite().start(Service.ORDER);
    int resumedAfter = processed(shop.get(job));

    assertThat(resumedAfter).isBetween(3_000, 18_535);
    shop.awaitJob(job)
        .then()
        .body("status", equalTo("succeeded"))
        .body("processed", equalTo(18_536))
        .body("result.new", equalTo(18_536));
    Response returns =
        shop.awaitJob(
            shop.submitImport("/v1/return-imports?backfill=true", OnlineRetail.returns()));
    returns.then().body("result.new", equalTo(3_654));
    YearSummary.of(shop).hasOrders(18_536).hasGross("10282993.03").hasNet("9573916.19");
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(shop.get("/v1/rfm/grid?asOf=2011-12-10").<Integer>path("customers"))
                    .isEqualTo(4_339));
  }

  private static int processed(Response job) {
    return job.path("processed");
  }
}
