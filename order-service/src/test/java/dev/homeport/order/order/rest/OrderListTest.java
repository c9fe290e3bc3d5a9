package dev.homeport.order.order.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.identity.IdentityListener;
import dev.homeport.platform.identity.IdentityMapped;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OrderListTest {
  private final Shop shop = Shop.open();

  private void place(int count) {
    String items =
        IntStream.range(0, count)
            .mapToObj(
                i -> Bodies.order("n-" + i).replace("T10:00:00Z", "T10:%02d:00Z".formatted(i % 5)))
            .collect(Collectors.joining(","));
    shop.post("/v1/orders/batch", "{\"items\": [" + items + "]}").then().statusCode(207);
  }

  @ParameterizedTest
  @CsvSource({"-placedAt", "placedAt"})
  void pagesTogetherHoldEachOrderOnceInOrder(String sort) {
    place(23);
    List<String> ids = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page =
          shop.get(
              "/v1/orders?limit=5&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.then().statusCode(200);
      ids.addAll(page.path("items.id"));
      times.addAll(page.path("items.placedAt"));
      cursor = page.path("nextCursor");
    }
    assertThat(ids).hasSize(23).doesNotHaveDuplicates();
    List<String> sorted = new ArrayList<>(times);
    sorted.sort(sort.startsWith("-") ? java.util.Comparator.reverseOrder() : null);
    assertThat(times).isEqualTo(sorted);
  }

  @Test
  void filtersRestrictAndAChangedFilterEndsTheCursor() {
    place(10);
    shop.post(
        "/v1/orders",
        Bodies.order("x").replace("\"currency\"", "\"status\": \"shipped\", \"currency\""));
    Response shipped = shop.get("/v1/orders?status=shipped");

    shipped.then().body("items", hasSize(1)).body("items[0].externalId", equalTo("x"));
    String identity = shipped.path("items[0].identityId");
    shop.get("/v1/orders?identityId=" + identity).then().body("items", hasSize(11));
    shop.get("/v1/orders?placedFrom=2026-11-01T10:01:00Z&placedTo=2026-11-01T10:03:00Z")
        .then()
        .body("items", hasSize(4));
    String cursor = shop.get("/v1/orders?limit=5").path("nextCursor");
    shop.get("/v1/orders?limit=5&status=paid&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-cursor"));
  }

  @ParameterizedTest
  @CsvSource({
    "colour=blue,unknown-parameter",
    "status=lost,invalid-parameter",
    "sort=total,invalid-parameter",
    "limit=251,invalid-parameter",
    "identityId=cus_1,invalid-parameter",
    "placedFrom=yesterday,invalid-parameter",
    "externalId=%00,invalid-parameter"
  })
  void whatCannotBeAskedIsRefused(String query, String code) {
    shop.request()
        .urlEncodingEnabled(false)
        .get("/v1/orders?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo(code));
  }

  @Test
  void ordersOfACustomerAreThoseOfTheirIdentitiesOfToday() {
    String mine = shop.post("/v1/orders", Bodies.order("1")).path("identityId");
    String guest =
        shop.post("/v1/orders", Bodies.order("2").replace("\"b-1\"", "\"b-2\"")).path("identityId");
    String home = "cus_" + mine.substring(4);
    shop.get("/v1/orders?customerId=" + home).then().body("items.externalId", contains("1"));
    map(guest, home, 2);
    map(guest, "cus_" + guest.substring(4), 1); // too late to count
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                shop.get("/v1/orders?customerId=" + home)
                    .then()
                    .body("items.externalId", contains("2", "1")));
    shop.get("/v1/orders?customerId=cus_" + guest.substring(4)).then().body("items", hasSize(0));
    map(guest, "cus_" + guest.substring(4), 3);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                shop.get("/v1/orders?customerId=" + home)
                    .then()
                    .body("items.externalId", contains("1")));
    Shop.open().get("/v1/orders?customerId=" + home).then().body("items", hasSize(0));
  }

  private void map(String identity, String customer, int revision) {
    String id = identity.substring(4);
    String data =
        "{\"identityId\": \"%s\", \"customerId\": \"%s\", \"epoch\": %d, \"revision\": %d}"
            .formatted(id, customer.substring(4), revision, revision);
    TestEvents.send(IdentityListener.TOPIC, new Sent(id, IdentityMapped.TYPE, shop.tenant(), data));
  }
}
