package dev.homeport.order.order.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OrderStepsTest {
  private final Shop shop = Shop.open();

  private String place(String status) {
    Response placed =
        shop.post(
            "/v1/orders",
            Bodies.order("1")
                .replace("\"currency\"", "\"status\": \"" + status + "\", \"currency\""));
    return "/v1/orders/" + placed.path("id");
  }

  @Test
  void anOrderGoesItsWayStepByStep() {
    String order = place("placed");
    shop.post(order + "/payment", "{\"paidAt\": \"2026-11-01T10:05:00Z\", \"method\": \"card\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("paid"))
        .body("paidAt", equalTo("2026-11-01T10:05:00Z"));
    shop.post(
            order + "/shipment",
            "{\"shippedAt\": \"2026-11-02T08:00:00Z\", \"carrier\": \"DHL\","
                + " \"trackingNumber\": \"42\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("shipped"));
    shop.post(order + "/delivery", "{}").then().statusCode(200);
    shop.get(order)
        .then()
        .body("status", equalTo("delivered"))
        .body("version", equalTo(4))
        .body("steps.kind", contains("payment", "shipment", "delivery"))
        .body("steps[1].trackingNumber", equalTo("42"));
    shop.get("/v1/orders?status=delivered").then().body("items", hasSize(1));
    shop.get("/v1/order-service/audit-entries?resourceType=order")
        .then()
        .body("items.action", hasItem("order.shipment"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paid|payment|The order is paid. Allowed: [shipment, delivery, cancellation, return].",
        "shipped|shipment|The order is shipped. Allowed: [delivery, cancellation, return].",
        "delivered|cancellation|The order is delivered. Allowed: [return].",
        "delivered|delivery|The order is delivered. Allowed: [return].",
        "cancelled|payment|The order is cancelled. Nothing follows.",
        "cancelled|delivery|The order is cancelled. Nothing follows."
      })
  void anIllegalStepNamesTheStateAndWhatIsAllowed(String status, String step, String detail) {
    shop.post(place(status) + "/" + step, "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-state"))
        .body("detail", equalTo(detail));
  }

  @Test
  void missingStepsAreFilledInAndALateOneTakesItsPlace() {
    String order = place("placed");
    shop.post(order + "/delivery", "{\"deliveredAt\": \"2026-11-04T10:00:00Z\"}")
        .then()
        .body("status", equalTo("delivered"))
        .body("paidAt", equalTo("2026-11-04T10:00:00Z"))
        .body("shippedAt", equalTo("2026-11-04T10:00:00Z"));
    shop.post(order + "/payment", "{\"paidAt\": \"2026-11-03T10:00:00Z\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("delivered"))
        .body("paidAt", equalTo("2026-11-03T10:00:00Z"))
        .body("shippedAt", equalTo("2026-11-04T10:00:00Z"));
    shop.post(order + "/payment", "{\"paidAt\": \"2026-11-03T10:00:00Z\"}")
        .then()
        .statusCode(200)
        .body("version", equalTo(3));
    shop.post(order + "/payment", "{\"paidAt\": \"2026-11-02T10:00:00Z\"}").then().statusCode(409);
  }

  @Test
  void nothingHappensInTheFutureOrToAnUnknownOrder() {
    String order = place("placed");
    shop.post(order + "/payment", "{\"paidAt\": \"2126-11-01T10:05:00Z\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/paidAt"));
    shop.post("/v1/orders/ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c/shipment", "{}")
        .then()
        .statusCode(404);
    Shop.open().post(order + "/payment", "{}").then().statusCode(404);
  }

  @Test
  void theHistoryHoldsEverythingThatWasAcceptedTheLastFirst() {
    String order = place("placed");
    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"));
    shop.post(order + "/shipment", "{}");
    String back = shop.post(order + "/returns", Bodies.lineReturn("R-1", "1", "2.5")).path("id");
    shop.post("/v1/orders", Bodies.revision("1", "4", "2026-11-01T11:00:00Z"));
    shop.post(order + "/returns/" + back + "/reversal", "{\"reason\": \"booked twice\"}")
        .then()
        .statusCode(200)
        .body("held", equalTo("reversed"));
    shop.get(order + "/history")
        .then()
        .statusCode(200)
        .body("items.kind", contains("return-reversal", "return", "step", "document", "document"))
        .body("items[3].document.stands", equalTo(true))
        .body("items[3].document.total.amount", equalTo("7.5"))
        .body("items[4].document.stands", equalTo(false))
        .body("items[4].document.total.amount", equalTo("5"))
        .body("items[4].at", equalTo("2026-11-01T10:00:00Z"))
        .body("items[4].document.status", equalTo("placed"))
        .body("items[2].step.kind", equalTo("shipment"))
        .body(
            "items[0].recordedBy",
            equalTo(shop.get(order + "/history").path("items[4].recordedBy")))
        .body("nextCursor", nullValue());
    List<String> times = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page =
          shop.get(order + "/history?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      times.addAll(page.path("items.recordedAt"));
      cursor = page.path("nextCursor");
    }
    assertThat(times).hasSize(5).doesNotHaveDuplicates();
  }
}
