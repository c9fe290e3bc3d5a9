package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;

/** The order summary of a merchant over all months, in the reporting currency. */
record YearSummary(int orders, int returns, BigDecimal gross, BigDecimal net) {

  static YearSummary of(Merchant merchant) {
    Response summary = merchant.get("/v1/order-summary?by=month");
    summary.then().statusCode(200);
    return new YearSummary(
        summary.path("total.orders"),
        summary.path("total.returns"),
        new BigDecimal(summary.<String>path("total.reporting.gross.amount")),
        new BigDecimal(summary.<String>path("total.reporting.net.amount")));
  }

  YearSummary hasOrders(int expected) {
    assertThat(orders).isEqualTo(expected);
    return this;
  }

  YearSummary hasGross(String expected) {
    assertThat(gross).isEqualByComparingTo(expected);
    return this;
  }

  YearSummary hasNet(String expected) {
    assertThat(net).isEqualByComparingTo(expected);
    return this;
  }
}
