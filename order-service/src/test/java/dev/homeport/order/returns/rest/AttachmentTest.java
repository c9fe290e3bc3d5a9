package dev.homeport.order.returns.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Free returns that name an order. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AttachmentTest {
  private final Shop shop = Shop.open();

  /** One mug of order 1 came back, for what it cost. */
  private static String mug(String number) {
    return Bodies.freeReturn(number, "EUR")
        .replace("\"LAMP\"", "\"MUG\"")
        .replace("27.50", "2.50")
        .replace("\"currency\"", "\"orderExternalId\": \"1\", \"currency\"");
  }

  private void summary(int returns, String gross, String returned) {
    shop.get("/v1/order-summary")
        .then()
        .body("total.returns", equalTo(returns))
        .body("total.reporting.gross.amount", equalTo(gross))
        .body("total.reporting.returned.amount", equalTo(returned));
  }

  @Test
  void aReturnThatComesFirstGoesToItsOrderWhenThatComes() {
    String back = "/v1/returns/" + shop.post("/v1/returns", mug("C-1")).path("id");
    shop.get(back).then().body("attachedTo", nullValue()).body("held", nullValue());
    summary(1, "0", "2.5");
    Response order = shop.post("/v1/orders", Bodies.order("1"));
    order.then().statusCode(201).body("returned.amount", equalTo("2.5"));
    shop.get(back).then().body("attachedTo", equalTo(order.path("id")));
    shop.get("/v1/orders/" + order.path("id"))
        .then()
        .body("returns", hasSize(1))
        .body("returns[0].lines[0].lineNo", equalTo(1))
        .body("lines[0].returnedQuantity", equalTo("1"));
    summary(1, "5", "2.5");
  }

  @Test
  void aReturnOfAKnownOrderGoesThereAtOnceAndOneThatDoesNotFitSaysWhy() {
    String order = shop.post("/v1/orders", Bodies.order("1")).path("id");
    shop.post("/v1/returns", mug("C-1")).then().statusCode(201).body("attachedTo", equalTo(order));
    shop.post("/v1/returns", mug("C-1")).then().statusCode(200).body("attachedTo", equalTo(order));
    shop.post("/v1/returns", mug("C-2").replace("\"1\", \"unitPrice\"", "\"2\", \"unitPrice\""))
        .then()
        .statusCode(201)
        .body("attachedTo", nullValue())
        .body("held", equalTo("quantity-exceeds-line"));
    shop.post("/v1/returns", mug("C-3").replace("MUG", "mug"))
        .then()
        .body("held", equalTo("no-such-line"));
    summary(3, "5", "10");
  }

  @Test
  void aRevisionMovesAReturnToTheOrderAndAwayFromIt() {
    String order = "/v1/orders/" + shop.post("/v1/orders", Bodies.order("1")).path("id");
    String back = "/v1/returns/" + shop.post("/v1/returns", mug("C-1")).path("id");
    shop.post(
        "/v1/orders", Bodies.revision("1", "2", "2026-11-01T12:00:00Z").replace("MUG", "CUP"));
    shop.get(back).then().body("attachedTo", nullValue()).body("held", equalTo("no-such-line"));
    shop.get(order).then().body("returned.amount", equalTo("0"));
    summary(1, "5", "2.5");
    shop.post("/v1/orders", Bodies.revision("1", "4", "2026-11-01T13:00:00Z"));
    shop.get(order).then().body("returned.amount", equalTo("2.5"));
    summary(1, "10", "2.5");
  }

  @Test
  void aReversedReturnCountsNowhere() {
    String free =
        "/v1/returns/" + shop.post("/v1/returns", Bodies.freeReturn("C-9", "EUR")).path("id");
    shop.post(free + "/reversal", "{\"reason\": \"booked twice\"}")
        .then()
        .statusCode(200)
        .body("reversal.reason", equalTo("booked twice"));
    summary(0, "0", "0");
    String order = "/v1/orders/" + shop.post("/v1/orders", Bodies.order("1")).path("id");
    String back = shop.post("/v1/returns", mug("C-1")).path("id");
    shop.post("/v1/returns/" + back + "/reversal", "{}")
        .then()
        .statusCode(200)
        .body("attachedTo", nullValue());
    shop.post("/v1/returns/" + back + "/reversal", "{}").then().statusCode(200);
    shop.get(order)
        .then()
        .body("returned.amount", equalTo("0"))
        .body("returns[0].held", equalTo("reversed"))
        .body("version", equalTo(3));
    String attached = shop.post("/v1/returns", mug("C-2")).path("id");
    shop.post(order + "/returns/" + attached + "/reversal", "{\"reason\": \"wrong order\"}")
        .then()
        .statusCode(200)
        .body("reversal.reason", equalTo("wrong order"));
    shop.get("/v1/returns/" + attached).then().body("reversal.reason", equalTo("wrong order"));
    summary(0, "5", "0");
    shop.post(order + "/returns/ret_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c/reversal", "{}")
        .then()
        .statusCode(404);
  }
}
