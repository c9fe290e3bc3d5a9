package dev.homeport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final Route LIST = route("order-service", "GET", "/v1/orders");
  private static final Route PLACE = route("order-service", "POST", "/v1/orders");
  private static final Route BATCH = route("order-service", "POST", "/v1/orders/batch");
  private static final Route ORDER = route("order-service", "GET", "/v1/orders/{id}");
  private static final Route CUSTOMER = route("customer-service", "GET", "/v1/customers/{id}");
  private static final Route SCORE =
      route("analytics-service", "GET", "/v1/customers/{customerId}/rfm");

  private final RouteTable table =
      new RouteTable(
          List.of("order-service", "customer-service", "analytics-service"),
          List.of(LIST, PLACE, BATCH, ORDER, CUSTOMER, SCORE));

  @Test
  void aPathGoesToTheServiceThatPublishesItsTemplate() {
    assertThat(table.match("GET", "/v1/orders")).isEqualTo(new Match.Found(LIST));
    assertThat(table.match("POST", "/v1/orders")).isEqualTo(new Match.Found(PLACE));
    assertThat(table.match("GET", "/v1/orders/ord_1")).isEqualTo(new Match.Found(ORDER));
  }

  @Test
  void servicesShareAPathWithParametersOfDifferentNames() {
    assertThat(table.match("GET", "/v1/customers/cus_1")).isEqualTo(new Match.Found(CUSTOMER));
    assertThat(table.match("GET", "/v1/customers/cus_1/rfm")).isEqualTo(new Match.Found(SCORE));
  }

  @Test
  void aLiteralGoesBeforeAParameterButDoesNotHideItsMethods() {
    assertThat(table.match("POST", "/v1/orders/batch")).isEqualTo(new Match.Found(BATCH));
    assertThat(table.match("GET", "/v1/orders/batch")).isEqualTo(new Match.Found(ORDER));
  }

  @Test
  void aHeadRequestIsAnsweredLikeAGet() {
    assertThat(table.match("HEAD", "/v1/orders/ord_1")).isEqualTo(new Match.Found(ORDER));
  }

  @Test
  void aWrongMethodIsToldWhichOnesThereAre() {
    assertThat(table.match("DELETE", "/v1/orders"))
        .isEqualTo(new Match.WrongMethod(Set.of("GET", "HEAD", "OPTIONS", "POST")));
  }

  @Test
  void whatNoTemplateCoversIsUnknown() {
    for (String path : List.of("/", "/v1", "/v1/", "/v1/orders/", "/v1/orders/a/b", "/v2/orders")) {
      assertThat(table.match("GET", path)).as(path).isEqualTo(new Match.Unknown());
    }
  }

  @Test
  void everythingUnderAServicesNameGoesToThatService() {
    assertThat(table.match("GET", "/v1/order-service/jobs/job_1"))
        .isEqualTo(new Match.Found(route("order-service", "*", "/v1/order-service/*")));
    assertThat(table.match("GET", "/v1/other-service/jobs")).isEqualTo(new Match.Unknown());
    assertThat(table.match("GET", "/v1/order-service")).isEqualTo(new Match.Unknown());
  }

  @Test
  void theFirstServiceKeepsAnOperationThatTwoPublish() {
    Route second = route("loyalty-service", "GET", "/v1/orders/{order}");
    var both = new RouteTable(List.of(), List.of(ORDER, second));
    assertThat(both.match("GET", "/v1/orders/ord_1")).isEqualTo(new Match.Found(ORDER));
  }

  private static Route route(String service, String method, String template) {
    return new Route(service, method, template, false);
  }
}
