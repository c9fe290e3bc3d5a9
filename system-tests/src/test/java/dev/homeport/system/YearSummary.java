package dev.homeport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;

/** The order summary of a merchant, added up over its months, in the reporting currency. */
record YearSummary(int orders, int returns, BigDecimal gross, BigDecimal net) {

  static YearSummary of(Merchant merchant) {
    Response summary = merchant.get("/v1/order-summary?by=month");
    summary.then().statusCode(200);
    List<Integer> orders = summary.path("items.orders");
    List<Integer> returns = summary.path("items.returns");
    return new YearSummary(
        orders.stream().mapToInt(i -> i).sum(),
        returns.stream().mapToInt(i -> i).sum(),
        sum(summary.path("items.reporting.gross.amount")),
        sum(summary.path("items.reporting.net.amount")));
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

  private static BigDecimal sum(List<String> amounts) {
    return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
