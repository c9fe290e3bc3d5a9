package dev.homeport.order.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final String HEADER =
      "channel,externalId,placedAt,revisedAt,currency,buyerExternalId,buyerCountry,lineNo,sku,name,"
          + "quantity,unitPrice\n";

  private Response importCsv(String path, String csv) {
    Response accepted = shop.request().contentType("text/csv").body(csv.getBytes(UTF_8)).post(path);
    accepted.then().statusCode(202);
    return shop.awaitJob(accepted.header("Location"));
  }

  @Test
  void rowsOfCsvThatFollowOnEachOtherMakeOneOrder() {
    String csv =
        HEADER
            + "shop-de,1,2026-11-01T10:00:00Z,,EUR,b-1,DE,1,MUG,\"A mug, \"\"big\"\"\nand blue\",2,2.50\n"
            + "shop-de,1,,,,,,2,mug,,0.333,1.234567\n"
            + "shop-de,2,2026-11-01T10:00:00Z,,EUR,b-1,DE,1,MUG,,-1,2.50\n"
            + "shop-de,3,yesterday,,EUR,b-1,DE,1,MUG,,1,2.50\n"
            + "shop-de,4,2026-11-01T10:00:00Z,,EUR,b-1,DE,1,MUG,,1,2.50\n"
            + "shop-de,4,2026-11-01T10:00:00Z,,USD,,,2,MUG,,1,2.50\n"
            + "shop-de,5,2026-11-01T10:00:00Z,,EUR,b-2,DE,1,MUG,,1,0\n";
    Response job = importCsv("/v1/order-imports", csv);
    job.then()
        .body("status", equalTo("succeeded"))
        .body("total", equalTo(5))
        .body("result.new", equalTo(2))
        .body("result.failed", equalTo(3));
    shop.get("/v1/orders?externalId=1")
        .then()
        .body("items[0].total.amount", equalTo("5.411110811"))
        .body("items[0].lines.sku", contains("MUG", "mug"))
        .body("items[0].lines[0].name", equalTo("A mug, \"big\"\nand blue"));
    assertThat(shop.get(job.path("errors.href")).asString().lines())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("\"line\":5", "/lines/0/quantity"))
        .anySatisfy(line -> assertThat(line).contains("\"line\":6", "/placedAt"))
        .anySatisfy(line -> assertThat(line).contains("\"line\":7", "contradict"));
    importCsv("/v1/order-imports", csv).then().body("result.unchanged", equalTo(2));
    shop.post("/v1/orders", Bodies.order("5")).then().statusCode(409);
  }

  @Test
  void csvAndTheApiTakeTheSameDocument() {
    importCsv("/v1/order-imports", Examples.ORDERS_CSV).then().body("result.new", equalTo(1));
    shop.get("/v1/orders").then().body("items[0].total.amount", equalTo("23.88"));
    importCsv("/v1/return-imports", Examples.RETURNS_CSV).then().body("result.new", equalTo(1));
    shop.post("/v1/returns", Examples.RETURN).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel,externalId,colour\nshop-de,1,blue\n",
        "channel,placedAt\nshop-de,2026-11-01T10:00:00Z\n",
        "channel,externalId,channel\nshop-de,1,shop-de\n",
        "channel,externalId\nshop-de,\"1\n"
      })
  void csvThatCannotBeReadIsReported(String csv) {
    Response job = importCsv("/v1/order-imports", csv);
    job.then().body("result.new", equalTo(0)).body("result.failed", equalTo(1));
    assertThat(shop.get(job.path("errors.href")).asString()).contains("csv-unreadable");
  }
}
