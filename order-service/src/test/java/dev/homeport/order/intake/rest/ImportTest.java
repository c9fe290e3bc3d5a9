package dev.homeport.order.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ImportTest {
  private final Shop shop = Shop.open();

  @Test
  void aBadLineIsReportedAndStopsNothing() {
    String lines =
        String.join(
            "\n",
            Bodies.order("1"),
            "{\"channel\": broken",
            Bodies.order("2").replace("\"2\"", "\"-1\""),
            "",
            Bodies.order("3"));

    Response job = shop.importLines("/v1/order-imports", lines);

    job.then()
        .body("status", equalTo("succeeded"))
        .body("processed", equalTo(4))
        .body("succeeded", equalTo(2))
        .body("failed", equalTo(2))
        .body("result.new", equalTo(2))
        .body("result.failed", equalTo(2));
    assertThat(shop.get(job.path("errors.href")).asString().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"line\":2", "malformed-json"))
        .anySatisfy(line -> assertThat(line).contains("\"line\":3", "/lines/0/quantity"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String lines =
        IntStream.range(0, 1200)
            .mapToObj(i -> Bodies.order("n-" + i))
            .collect(Collectors.joining("\n"));
    shop.importLines("/v1/order-imports", lines).then().body("result.new", equalTo(1200));

    shop.importLines("/v1/order-imports", lines)
        .then()
        .body("result.new", equalTo(0))
        .body("result.unchanged", equalTo(1200));
  }

  @Test
  void redeliveriesInsideAFileAreDecidedOneAfterTheOther() {
    String lines =
        String.join(
            "\n",
            Bodies.order("1"),
            Bodies.order("1"),
            Bodies.revision("1", "3", "2026-11-01T12:00:00Z"),
            Bodies.order("1"),
            Bodies.revision("1", "4", "2026-11-01T12:00:00Z"));

    shop.importLines("/v1/order-imports", lines)
        .then()
        .body("result.new", equalTo(1))
        .body("result.unchanged", equalTo(1))
        .body("result.revised", equalTo(1))
        .body("result.ignored", equalTo(1))
        .body("result.failed", equalTo(1));
    shop.get("/v1/orders")
        .then()
        .body("items", hasSize(1))
        .body("items[0].total.amount", equalTo("7.5"));
  }

  @Test
  void returnsAreImportedOnce() {
    String lines = Bodies.freeReturn("C-1", "EUR") + "\n" + Bodies.freeReturn("C-2", "EUR");
    shop.importLines("/v1/return-imports", lines).then().body("result.new", equalTo(2));

    shop.importLines("/v1/return-imports", lines + "\n" + Bodies.freeReturn("C-1", "USD"))
        .then()
        .body("result.unchanged", equalTo(2))
        .body("result.failed", equalTo(1));
    shop.get("/v1/order-summary")
        .then()
        .body("total.returns", equalTo(2))
        .body("total.reporting.net.amount", equalTo("-55"));
  }

  @Test
  void aFreeReturnIsIdempotentByItsNumber() {
    Response first = shop.post("/v1/returns", Bodies.freeReturn("C-1", "EUR"));

    first.then().statusCode(201).body("amount.amount", equalTo("27.5"));
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "EUR"))
        .then()
        .statusCode(200)
        .body("id", equalTo(first.path("id")));
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "USD"))
        .then()
        .statusCode(409)
        .body("code", equalTo("return-conflict"));
    shop.get("/v1/returns/" + first.path("id")).then().statusCode(200);
    Shop.open().get("/v1/returns/" + first.path("id")).then().statusCode(404);
  }
}
