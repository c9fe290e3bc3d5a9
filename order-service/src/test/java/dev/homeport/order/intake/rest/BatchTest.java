package dev.homeport.order.intake.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BatchTest {
  private final Shop shop = Shop.open();

  private static String batch(String... items) {
    return "{\"items\": [" + String.join(",", items) + "]}";
  }

  private static final String BAD = Bodies.order("bad").replace("\"2\"", "\"-2\"");

  @Test
  void eachItemIsDecidedByItself() {
    shop.post(
            "/v1/orders/batch",
            batch(Bodies.order("1"), BAD, Bodies.order("1"), "7", Bodies.order("2")))
        .then()
        .statusCode(207)
        .body("items.index", contains(0, 1, 2, 3, 4))
        .body("items.status", contains(201, 422, 200, 422, 201))
        .body("items[1].problem.code", equalTo("validation-failed"))
        .body("items[1].problem.errors.pointer", hasItem("/lines/0/quantity"));
  }

  @Test
  void anAtomicBatchIsAppliedAsAWholeOrNotAtAll() {
    shop.post("/v1/orders/batch?atomic=true", batch(Bodies.order("1"), BAD))
        .then()
        .statusCode(207)
        .body("items.status", contains(424, 422))
        .body("items[0].problem.code", equalTo("batch-not-applied"));
    shop.get("/v1/orders").then().body("items", hasSize(0));

    shop.post("/v1/orders/batch?atomic=true", batch(Bodies.order("1"), Bodies.order("2")))
        .then()
        .statusCode(207)
        .body("items.status", contains(201, 201));
    shop.get("/v1/orders").then().body("items", hasSize(2));
  }

  @Test
  void aConflictKeepsAnAtomicBatchFromBeingApplied() {
    shop.post("/v1/orders", Bodies.order("1"));

    shop.post(
            "/v1/orders/batch?atomic=true",
            batch(Bodies.order("2"), Bodies.order("1").replace("2.50", "3")))
        .then()
        .body("items.status", contains(424, 409));
    shop.get("/v1/orders").then().body("items", hasSize(1));
  }
}
