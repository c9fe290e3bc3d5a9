package dev.homeport.order.order.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OrderChangesTest {
  private final Shop shop = Shop.open();
  private String order = "";

  @BeforeEach
  void place() {
    order = "/v1/orders/" + shop.post("/v1/orders", Bodies.order("1")).path("id");
  }

  @Test
  void partialReturnsAddUpOnTheOrder() {
    shop.post(order + "/returns", Bodies.lineReturn("R-1", "0.5", "1.25"))
        .then()
        .statusCode(201)
        .body("amount.amount", equalTo("1.25"));
    shop.post(order + "/returns", Bodies.lineReturn("R-2", "1.5", "3.75")).then().statusCode(201);

    shop.get(order)
        .then()
        .body("returned.amount", equalTo("5"))
        .body("reporting.returned.amount", equalTo("5"))
        .body("lines[0].returnedQuantity", equalTo("2"))
        .body("returns", hasSize(2))
        .body("version", equalTo(3));
  }

  @Test
  void theSameReturnCountsOnceAndAnotherUnderItsNumberIsAConflict() {
    String id = shop.post(order + "/returns", Bodies.lineReturn("R-1", "1", "2.5")).path("id");

    shop.post(order + "/returns", Bodies.lineReturn("R-1", "1.0", "2.50"))
        .then()
        .statusCode(200)
        .body("id", equalTo(id));
    shop.post(order + "/returns", Bodies.lineReturn("R-1", "1", "2"))
        .then()
        .statusCode(409)
        .body("code", equalTo("return-conflict"));
    shop.get(order).then().body("returns", hasSize(1));
  }

  @Test
  void neverMoreComesBackThanWasBought() {
    shop.post(order + "/returns", Bodies.lineReturn("R-1", "2.001", "5"))
        .then()
        .statusCode(409)
        .body("code", equalTo("return-exceeds-order"))
        .body("errors.pointer", hasItem("/lines/0/quantity"));
    shop.post(order + "/returns", Bodies.lineReturn("R-1", "2", "5.01"))
        .then()
        .statusCode(409)
        .body("errors.pointer", hasItem("/amount"));
  }

  @Test
  void aCancelledOrderStaysCancelledAndTakesNoReturn() {
    shop.post(order + "/cancellation", "{\"reason\": \"out of stock\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("cancelled"))
        .body("cancellation.reason", equalTo("out of stock"));
    shop.post(order + "/cancellation", "{}").then().statusCode(200).body("version", equalTo(2));
    shop.post(order + "/returns", Bodies.lineReturn("R-1", "1", "2.5"))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-state"));
    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"))
        .then()
        .body("status", equalTo("cancelled"));
    shop.get("/v1/order-summary")
        .then()
        .body("total.cancelled", equalTo(1))
        .body("total.reporting.gross.amount", equalTo("0"));
    shop.get("/v1/order-service/audit-entries?resourceType=order")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void aDeliveredOrderCannotBeCancelled() {
    String delivered =
        shop.post(
                "/v1/orders",
                Bodies.order("2")
                    .replace("\"currency\"", "\"status\": \"delivered\", \"currency\""))
            .path("id");

    shop.post("/v1/orders/" + delivered + "/cancellation", "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-state"))
        .body("detail", equalTo("The order is delivered. Allowed: [return]."));
  }

  @Test
  void anUnknownOrderIsNotFound() {
    String unknown = "/v1/orders/ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c";

    shop.get(unknown).then().statusCode(404);
    shop.get("/v1/orders/cus_1").then().statusCode(404);
    shop.post(unknown + "/cancellation", "{}").then().statusCode(404);
    shop.post(unknown + "/returns", Bodies.lineReturn("R-1", "1", "2.5")).then().statusCode(404);
  }
}
