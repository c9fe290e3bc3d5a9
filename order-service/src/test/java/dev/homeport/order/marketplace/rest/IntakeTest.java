package dev.homeport.order.marketplace.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.order.marketplace.Read;
import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.order.support.Storefront;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class IntakeTest {
  private static final String ORDER = Read.body("shopify-order");
  private static final String REFUND = Read.body("shopify-refund");
  private static final String WOO = Read.body("woocommerce-order");
  private static final String NUMBER = "5501700210001";

  private final Shop shop = Shop.open();

  private Storefront shopify() {
    return Storefront.declare(shop, "shop-se", "shopify", "");
  }

  private Storefront wooCommerce() {
    return Storefront.declare(shop, "shop-pl", "woocommerce", "");
  }

  @Test
  void aSignedOrderOfShopifyBecomesAnOrder() {
    Storefront store = shopify();
    store
        .shopify("orders/create", ORDER)
        .then()
        .statusCode(200)
        .body("status", equalTo("received"));

    store
        .order(NUMBER)
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("paid"))
        .body("items[0].total.amount", equalTo("1220.73"))
        .body("items[0].total.currency", equalTo("SEK"))
        .body("items[0].market", equalTo("SE"))
        .body("items[0].lines", hasSize(3));
    store.intake("?status=taken").then().body("items", hasSize(1));
  }

  @Test
  void aRefundOfShopifyBecomesAReturnOfItsLine() {
    Storefront store = shopify();
    store.shopify("orders/create", ORDER);
    store.shopify("refunds/create", REFUND).then().statusCode(200);
    store.shopify("refunds/create", REFUND).then().statusCode(200);

    store
        .order(NUMBER)
        .then()
        .body("items[0].returned.amount", equalTo("510.31"))
        .body("items[0].returns", hasSize(1))
        .body("items[0].returns[0].externalId", equalTo("980100200"))
        .body("items[0].lines[0].returnedQuantity", equalTo("1"));
  }

  @Test
  void aRefundThatComesBeforeItsOrderIsTakenWhenTheOrderComes() {
    Storefront store = shopify();
    store.shopify("refunds/create", REFUND).then().statusCode(200);
    store
        .intake("?status=quarantined")
        .then()
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo("order-unknown"))
        .body("items[0].waitsFor", equalTo(NUMBER));

    store.shopify("orders/create", ORDER).then().statusCode(200);

    store.order(NUMBER).then().body("items[0].returns", hasSize(1));
    store.intake("?status=quarantined").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({"EUR,3,taken,", "USD,0,quarantined,currency-differs"})
  void aRefundCountsAlsoWhereItsOrderComesByTheApi(
      String currency, String returned, String status, @Nullable String reason) {
    Storefront store = shopify();
    String refund =
        """
        {"id": 9801, "order_id": 77, "processed_at": "2026-11-02T11:00:00Z",
          "transactions": [{"id": 1, "kind": "refund", "status": "success", "amount": "3.00",
            "currency": "%s"}]}\
        """
            .formatted(currency);
    store.shopify("refunds/create", refund).then().statusCode(200);
    store.shopify("refunds/create", refund).then().statusCode(200);

    shop.post("/v1/orders", Bodies.order("77").replace("shop-de", "shop-se"))
        .then()
        .statusCode(201)
        .body("returned.amount", equalTo(returned));

    store.replay("{}");
    store
        .intake("")
        .then()
        .body("items.status", everyItem(equalTo(status)))
        .body("items.reason", everyItem(equalTo(reason)));
    store.order("77").then().body("items[0].returned.amount", equalTo(returned));
  }

  @Test
  void ordersOfWooCommerceAreTakenWithTheirRefundsAndTheirEnd() {
    Storefront store = wooCommerce();
    store.wooCommerce("order.created", WOO).then().statusCode(200);
    store
        .order("3017")
        .then()
        .body("items[0].status", equalTo("paid"))
        .body("items[0].total.amount", equalTo("122.98"));

    String refunded =
        WOO.replace("\"processing\"", "\"completed\"")
            .replace("2026-10-21T12:06:00", "2026-10-29T12:06:00")
            .replace(
                "\"refunds\": []",
                "\"refunds\": [{\"id\": 3044, \"reason\": \"torn\", \"total\": \"-32.41\"}]");
    store.wooCommerce("order.updated", refunded).then().statusCode(200);
    String again = refunded.replace("2026-10-29T12:06:00", "2026-10-30T12:06:00");
    store.wooCommerce("order.updated", again).then().statusCode(200);

    store
        .order("3017")
        .then()
        .body("items[0].status", equalTo("delivered"))
        .body("items[0].returned.amount", equalTo("32.41"))
        .body("items[0].returns", hasSize(1));
    store.intake("?status=quarantined").then().body("items", hasSize(0));
  }

  @Test
  void anOrderThatIsDeletedAtWooCommerceIsCalledOff() {
    Storefront store = wooCommerce();
    store.wooCommerce("order.created", WOO);
    store.wooCommerce("order.deleted", "{\"id\": 3017}").then().statusCode(200);

    store.order("3017").then().body("items[0].status", equalTo("cancelled"));
  }

  @Test
  void theFirstThingThatWooCommerceSendsIsAnsweredAndNotKept() {
    Storefront store = wooCommerce();
    given()
        .contentType("application/x-www-form-urlencoded")
        .body("webhook_id=7")
        .post(store.path())
        .then()
        .statusCode(200)
        .body("status", equalTo("ping"));
    given()
        .contentType("application/x-www-form-urlencoded")
        .body("webhook_id=7&order=1")
        .post(store.path())
        .then()
        .statusCode(401);

    store.intake("").then().body("items", hasSize(0));
  }

  @Test
  void aWrongSignatureIsRefusedAndLeavesATrace() {
    Storefront store = shopify();
    double before = refused("shopify");
    given()
        .header("X-Shopify-Topic", "orders/create")
        .header("X-Shopify-Hmac-Sha256", Storefront.hmac("another secret", ORDER))
        .contentType("application/json")
        .body(ORDER)
        .post(store.path())
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("signature-wrong"));
    given().contentType("application/json").body(ORDER).post(store.path()).then().statusCode(401);

    assertThat(refused("shopify") - before).isEqualTo(2);
    store.intake("").then().body("items", hasSize(0));
    store.order(NUMBER).then().body("items", hasSize(0));
  }

  private static double refused(String kind) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("homeport_intake_refused_total"))
        .filter(line -> line.contains("kind=\"" + kind + '"') && line.contains("=\"signature\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void anUnknownPathSaysNothing() {
    for (String id : List.of("a".repeat(32), "x", "mzuwk3tfon2gk5dbnrxw42lomfwgyzlt")) {
      given()
          .contentType("application/json")
          .body("{}")
          .post("/v1/intake/" + id)
          .then()
          .statusCode(404)
          .body("code", equalTo("not-found"));
    }
  }

  @Test
  void aDeliveryThatIsSentAgainIsTakenOnce() {
    Storefront store = shopify();
    store.shopify("orders/create", "d-1", ORDER).then().body("status", equalTo("received"));
    store
        .shopify("orders/create", "d-1", ORDER)
        .then()
        .statusCode(200)
        .body("status", equalTo("duplicate"));

    store.intake("").then().body("items", hasSize(1));
  }

  @Test
  void ofManyAtOnceUnderOneNumberOneIsTakenAndBodiesOfOneOrderDoNotStandInEachOthersWay() {
    Storefront store = shopify();
    List<String> same =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(_ -> store.shopify("orders/create", "d-1", ORDER).<String>path("status"))
            .toList();
    List<Integer> different =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                i ->
                    store
                        .shopify(
                            "orders/updated",
                            ORDER.replace("09:15:31+02:00", "09:16:%02d+02:00".formatted(i)))
                        .statusCode())
            .toList();

    assertThat(same).containsOnlyOnce("received");
    assertThat(different).containsOnly(200);
    store.order(NUMBER).then().body("items[0].revisedAt", containsString("07:16:11"));
    store.intake("?status=taken").then().body("items", hasSize(13));
  }

  @Test
  void whatCannotBeMappedWaitsForTheMerchantsFix() {
    Storefront store = shopify();
    String bare =
        ORDER
            .replace("\"currency\": \"EUR\",", "")
            .replace("\"presentment_currency\": \"SEK\",", "");
    store.shopify("orders/create", bare).then().statusCode(200).body("status", equalTo("received"));
    store
        .intake("?status=quarantined")
        .then()
        .body("items[0].reason", equalTo("currency-missing"))
        .body("items[0].pointer", equalTo("/currency"))
        .body("items[0].topic", equalTo("orders/create"))
        .body("items[0].attempts", equalTo(1));

    store.replay("{\"status\": \"quarantined\"}").then().body("result.quarantined", equalTo(1));
    store.patch("{\"defaultCurrency\": \"SEK\"}").then().statusCode(200);
    store
        .replay("{\"status\": \"quarantined\"}")
        .then()
        .body("status", equalTo("succeeded"))
        .body("total", equalTo(1))
        .body("result.taken", equalTo(1));

    store.order(NUMBER).then().body("items[0].total.amount", equalTo("1220.73"));
    store.intake("?status=quarantined").then().body("items", hasSize(0));
    store.intake("?status=taken").then().body("items[0].attempts", equalTo(3));
  }

  @Test
  void whatIsRightDoesNotChangeWhenItIsMappedAgain() {
    Storefront store = shopify();
    store.shopify("orders/create", ORDER);
    store.shopify("refunds/create", REFUND);
    Response before = store.order(NUMBER);

    store.replay("{}").then().body("result.taken", equalTo(2));

    assertThat(store.order(NUMBER).asString()).isEqualTo(before.asString());
  }

  @Test
  void anOrderThatWasReadWithAWrongSettingIsReadAnewWhenItIsMappedAgain() {
    Storefront store = wooCommerce();
    store
        .wooCommerce("order.created", WOO.replace("\"currency\": \"PLN\",", ""))
        .then()
        .statusCode(200);
    store.patch("{\"defaultCurrency\": \"EUR\"}");
    store.replay("{}");
    store.order("3017").then().body("items[0].total.currency", equalTo("EUR"));

    store.patch("{\"defaultCurrency\": \"PLN\"}");
    store.replay("{}").then().body("result.taken", equalTo(1));

    store.order("3017").then().body("items[0].total.currency", equalTo("PLN"));
  }

  @Test
  void noJsonAndUnknownTopicsAreKeptAndShown() {
    Storefront store = shopify();
    store.shopify("orders/create", "{\"id\": ").then().statusCode(200);
    store.shopify("products/update", "{\"id\": 1}").then().statusCode(200);
    store.shopify("orders/create", ORDER.replace("\"test\": false", "\"test\": true"));

    store.intake("?status=quarantined").then().body("items.reason", equalTo(List.of("not-json")));
    store
        .intake("?status=ignored")
        .then()
        .body("items.reason", equalTo(List.of("test-order", "topic-not-used")));
  }

  @Test
  void aRuleThatABodyBreaksIsTheReasonInTheQuarantine() {
    Storefront store = shopify();
    store
        .shopify("orders/create", ORDER.replace("BLANKET-GREY", "S".repeat(200)))
        .then()
        .statusCode(200);

    store
        .intake("?status=quarantined")
        .then()
        .body("items[0].reason", equalTo("validation-failed"))
        .body("items[0].detail", containsString("/lines/0/sku"));
  }

  @Test
  void webhooksOfOneOrderInAnyOrderLeadToTheSame() {
    List<String> history =
        List.of(
            ORDER.replace("\"paid\"", "\"pending\""),
            ORDER,
            ORDER
                .replace("09:15:31+02:00", "09:20:00+02:00")
                .replace("\"fulfillment_status\": null", "\"fulfillment_status\": \"fulfilled\""),
            REFUND);
    long seed = 20261127;
    for (int round = 0; round < 12; round++) {
      Storefront store = Storefront.declare(shop, "shop-" + round, "shopify", "");
      var order = new ArrayList<>(IntStream.range(0, 4).boxed().toList());
      order.addAll(List.of(1, 3));
      Collections.shuffle(order, new Random(seed + round));
      for (int index : order) {
        String topic = index == 3 ? "refunds/create" : "orders/updated";
        store.shopify(topic, history.get(index)).then().statusCode(200);
      }
      store
          .order(NUMBER)
          .then()
          .body("items[0].status", equalTo("shipped"))
          .body("items[0].returned.amount", equalTo("510.31"))
          .body("items[0].returns", hasSize(1));
      store.intake("?status=quarantined").then().body("items", hasSize(0));
    }
  }

  @Test
  void marketplacesComeSignedByTheStandard() {
    Storefront ali = Storefront.declare(shop, "ali-es", "aliexpress", ", \"market\": \"ES\"");
    Storefront amazon = Storefront.declare(shop, "amazon-de", "amazon", "");
    Storefront ebay = Storefront.declare(shop, "ebay-uk", "ebay", ", \"market\": \"GB\"");
    ali.standard(Read.body("aliexpress-order")).then().statusCode(200);
    amazon.standard(Read.body("amazon-order")).then().statusCode(200);
    ebay.standard(Read.body("ebay-order")).then().statusCode(200);

    ali.order("8120045760129981").then().body("items[0].placedAt", equalTo("2026-03-08T10:30:00Z"));
    amazon.order("305-1234567-7654321").then().body("items[0].total.amount", equalTo("43.89"));
    ebay.order("12-10101-20202").then().body("items[0].returned.amount", equalTo("9"));
  }

  @Test
  void ourOwnDocumentsAreReadStrictly() {
    Storefront own = Storefront.declare(shop, "own", "generic", ", \"market\": \"AT\"");
    String order =
        """
        {"orders": [{"externalId": "1", "placedAt": "2026-11-01T10:00:00Z", "currency": "EUR",
          "buyer": {"externalId": "b", "country": "DE"},
          "lines": [{"lineNo": 1, "sku": "A", "quantity": "1", "unitPrice": "5"}]}]}\
        """;
    own.standard(order).then().statusCode(200);
    own.standard(order.replace("\"sku\"", "\"sqoo\"")).then().statusCode(200);
    own.standard("{\"cancellations\": [{\"order\": \"1\", \"at\": \"2026-11-01T11:00:00Z\"}]}")
        .then()
        .statusCode(200);

    own.order("1")
        .then()
        .body("items[0].status", equalTo("cancelled"))
        .body("items[0].market", equalTo("AT"))
        .body("items[0].country", equalTo("DE"));
    own.intake("?status=quarantined")
        .then()
        .body("items[0].reason", equalTo("unknown-field"))
        .body("items[0].pointer", containsString("/orders/0"));
  }

  @Test
  void aBodyIsShownAsItCameToItsOwnScopeAlone() {
    Storefront store = shopify();
    String id = store.shopify("orders/create", ORDER).path("id");
    String path = "/v1/channels/shop-se/intake/" + id;

    store.shop().get(path).then().statusCode(200).body("base64", nullValue());
    String base64 = store.shop().get(path + "/body").path("base64");
    assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
        .isEqualTo(ORDER);
    given()
        .auth()
        .oauth2(TestTokens.token(shop.tenant(), "channels:read channels:write"))
        .get(path + "/body")
        .then()
        .statusCode(403);
    shop.get("/v1/order-service/audit-entries")
        .then()
        .body("items.action", hasItem("intake-body.read"));
  }

  @Test
  void nobodyElseSeesOrReplaysIt() {
    Storefront store = shopify();
    String id = store.shopify("orders/create", ORDER).path("id");
    Shop other = Shop.open();
    Storefront.declare(other, "shop-se", "shopify", "");

    other.get("/v1/channels/shop-se/intake/" + id).then().statusCode(404);
    other.get("/v1/channels/shop-se/intake/" + id + "/body").then().statusCode(404);
    other.get("/v1/channels/shop-se/intake").then().body("items", hasSize(0));
    other.get("/v1/orders").then().body("items.externalId", not(hasItem(NUMBER)));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    Storefront store = shopify();
    store.shopify("orders/create", "\"" + "x".repeat(1 << 20) + "\"").then().statusCode(413);
  }
}
