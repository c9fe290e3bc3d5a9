package dev.homeport.order.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Transactions that take the same orders at the same time, in different orders. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ConcurrentIntakeTest {
  private static final int ORDERS = 60;
  private static final int REVISIONS = 3;

  private final Shop shop = Shop.open();

  @Test
  void eachOrderComesIntoBeingOnceAndEndsWithItsLastRevision() throws Exception {
    List<String> documents = new ArrayList<>();
    for (int number = 0; number < ORDERS; number++) {
      for (int revision = 1; revision <= REVISIONS; revision++) {
        documents.add(
            Bodies.revision("n-" + number, "" + revision, "2026-11-01T12:0" + revision + ":00Z"));
      }
    }
    List<Future<Response>> answers = new ArrayList<>();
    try (var callers = Executors.newFixedThreadPool(8)) {
      for (int caller = 0; caller < 8; caller++) {
        List<String> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(caller));
        String batch = "{\"items\": [" + String.join(",", shuffled) + "]}";
        answers.add(callers.submit(() -> shop.post("/v1/orders/batch", batch)));
      }
    }

    List<Integer> statuses = new ArrayList<>();
    for (Future<Response> answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(207);
      statuses.addAll(answer.get().path("items.status"));
    }
    assertThat(statuses).hasSize(8 * ORDERS * REVISIONS).containsOnly(200, 201);
    assertThat(Collections.frequency(statuses, 201)).isEqualTo(ORDERS);
    shop.get("/v1/order-summary")
        .then()
        .body("total.orders", equalTo(ORDERS))
        .body("total.reporting.gross.amount", equalTo("450"));
  }
}
