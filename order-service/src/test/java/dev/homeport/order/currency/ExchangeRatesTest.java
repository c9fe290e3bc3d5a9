package dev.homeport.order.currency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ExchangeRatesTest {
  private final Shop shop = Shop.open();

  private Response put(String csv) {
    return shop.putRates(csv.getBytes(UTF_8));
  }

  private String placeInPounds() {
    return "/v1/orders/" + shop.post("/v1/orders", Bodies.order("1", "GBP")).path("id");
  }

  @Test
  void theFileOfTheCentralBankIsTakenAsItIs() {
    put("Date,USD,CYP,GBP,\n2026-10-30,1.2,N/A,0.8,\n2026-10-29,1.1,N/A,0.7,\n")
        .then()
        .statusCode(200)
        .body("days", equalTo(2))
        .body("changed", equalTo(6))
        .body("from", equalTo("2026-10-29"))
        .body("conversion", nullValue());

    shop.get("/v1/exchange-rates?date=2026-10-30")
        .then()
        .body("items.currency", contains("EUR", "GBP", "USD"))
        .body("items.perEuro", contains("1", "0.8", "1.2"));
    shop.get("/v1/exchange-rates?currency=GBP&limit=1")
        .then()
        .body("items", hasSize(1))
        .body("items[0].date", equalTo("2026-10-30"))
        .body("nextCursor", notNullValue());
  }

  @Test
  void anOrderWithoutARateWaitsAndIsConvertedWhenItComes() {
    String order = placeInPounds();
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "GBP"))
        .then()
        .body("conversion", equalTo("pending"));
    shop.get(order).then().body("conversion", equalTo("pending")).body("reporting", nullValue());
    shop.get("/v1/orders?conversion=pending").then().body("items", hasSize(1));
    shop.get("/v1/order-summary")
        .then()
        .body("total.orders", equalTo(0))
        .body("pending.orders", equalTo(1))
        .body("pending.returns", equalTo(1));
    Response put = put("Date,GBP,\n2026-10-30,0.8,\n");
    shop.awaitJob("/v1/order-service/jobs/" + put.path("conversion.id"))
        .then()
        .body("status", equalTo("succeeded"))
        .body("result.orders", equalTo(1))
        .body("result.returns", equalTo(1));

    shop.get(order)
        .then()
        .body("conversion", equalTo("done"))
        .body("reporting.rateDate", equalTo("2026-10-30"))
        .body("reporting.rate", equalTo("1.25"))
        .body("reporting.total.amount", equalTo("6.25"));
    shop.get("/v1/orders?conversion=pending").then().body("items", hasSize(0));
    shop.get("/v1/order-summary")
        .then()
        .body("total.reporting.gross.amount", equalTo("6.25"))
        .body("total.reporting.returned.amount", equalTo("34.38"));
    assertThat(
            TestEvents.receive(
                "homeport.order.v1",
                2,
                e -> e.tenant().equals(shop.tenant()) && e.data().contains("\"converted\"")))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01,done", // the order's own day
    "2026-10-25,done", // seven days back
    "2026-10-24,pending", // eight days back
    "2026-11-02,pending" // the day after
  })
  void aRateStandsForSevenDays(String published, String conversion) {
    put("Date,GBP,\n" + published + ",0.8,\n").then().statusCode(200);

    shop.get(placeInPounds()).then().body("conversion", equalTo(conversion));
  }

  @Test
  void theDayIsTheTenantsDay() {
    put("Date,GBP,\n2026-11-02,0.5,\n2026-11-01,0.8,\n");
    String late = Bodies.order("2", "GBP").replace("2026-11-01T10:00", "2026-11-01T23:30");

    shop.post("/v1/orders", late).then().body("reporting.rateDate", equalTo("2026-11-02"));
  }

  @Test
  void aCorrectionDoesNotMovePastOrders() {
    put("Date,GBP,\n2026-11-01,0.8,\n");
    String order = placeInPounds();

    put("Date,GBP,\n2026-11-01,0.5,\n").then().body("changed", equalTo(1));

    shop.get(order).then().body("reporting.total.amount", equalTo("6.25"));
    shop.post("/v1/orders", Bodies.order("2", "GBP"))
        .then()
        .body("reporting.total.amount", equalTo("10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GBP\n1\n",
        "Date,GBP,\n2026-11-01,0.8,9,\n",
        "Date,GBP,\n2026-11-01,0.8,\nx,1,\n"
      })
  void aFileThatCannotBeReadChangesNothing(String csv) {
    put(csv).then().statusCode(422).body("code", equalTo("rates-unreadable"));
    shop.get("/v1/exchange-rates").then().body("items", hasSize(0));
  }

  @Test
  void ratesComeAsLinesOfJsonToo() {
    shop.request()
        .contentType("application/x-ndjson")
        .body(
            "{\"date\": \"2026-11-01\", \"currency\": \"GBP\", \"perEuro\": \"0.8\"}\n"
                .getBytes(UTF_8))
        .put("/v1/exchange-rates")
        .then()
        .statusCode(200)
        .body("changed", equalTo(2));
    shop.get(placeInPounds()).then().body("conversion", equalTo("done"));
  }

  /** 1 November 2026 is a Sunday: the last rates before it are Friday's. */
  @Test
  void anOrderOfASundayUsesFridaysRate() {
    put("Date,GBP,\n2026-10-29,0.7,\n2026-10-30,0.8,\n2026-11-02,0.9,\n");
    shop.get(placeInPounds())
        .then()
        .body("reporting.rateDate", equalTo("2026-10-30"))
        .body("reporting.total.amount", equalTo("6.25"));
  }

  @ParameterizedTest
  @CsvSource({
    "JPY,100.07,625", // 625.4375
    "KWD,0.333,2.081", // 2.08125
    "USD,1.2345,7.72" // 7.715625
  })
  void aCrossRateGoesThroughTheEuroAndRoundsToTheCurrencysOwnExponent(
      String reporting, String perEuro, String expected) {
    Shop other = Shop.open(reporting, "Europe/Berlin");
    other.putRates(
        ("Date,GBP," + reporting + ",\n2026-10-30,0.8," + perEuro + ",\n").getBytes(UTF_8));
    other
        .post("/v1/orders", Bodies.order("1", "GBP"))
        .then()
        .statusCode(201)
        .body("reporting.total.amount", equalTo(expected));
    other.get("/v1/order-summary").then().body("total.reporting.gross.amount", equalTo(expected));
  }

  @Test
  void aCorrectionMovesPastOrdersWhenThatIsAsked() {
    put("Date,GBP,USD,\n2026-11-01,0.8,1.25,\n");
    String pounds = placeInPounds();
    shop.post(pounds + "/returns", Bodies.lineReturn("R-1", "1", "2.5"));
    String dollars = "/v1/orders/" + shop.post("/v1/orders", Bodies.order("2", "USD")).path("id");
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "GBP"));
    put("Date,GBP,USD,\n2026-11-01,0.5,2.5,\n");
    reconvert("?from=2026-10-01&to=2026-10-31", 0, 0);
    reconvert("?from=2026-11-01&to=2026-11-01&currency=GBP", 1, 1);
    reconvert("?currency=GBP", 0, 0);
    shop.get(pounds)
        .then()
        .body("reporting.total.amount", equalTo("10"))
        .body("reporting.returned.amount", equalTo("5"));
    shop.get(dollars).then().body("reporting.total.amount", equalTo("4"));
    reconvert("", 1, 0);
    shop.get(dollars).then().body("reporting.total.amount", equalTo("2"));
    shop.get("/v1/order-summary")
        .then()
        .body("total.reporting.gross.amount", equalTo("12"))
        .body("total.reporting.returned.amount", equalTo("60"));
    assertThat(
            TestEvents.receive(
                "homeport.order.v1",
                3,
                e -> e.tenant().equals(shop.tenant()) && e.data().contains("\"converted\"")))
        .hasSize(3);
  }

  private void reconvert(String query, int orders, int returns) {
    Response begun = shop.post("/v1/orders/reconversion" + query, "{}");
    begun.then().statusCode(202);
    shop.awaitJob(begun.header("Location"))
        .then()
        .body("status", equalTo("succeeded"))
        .body("result.orders", equalTo(orders))
        .body("result.returns", equalTo(returns));
  }
}
