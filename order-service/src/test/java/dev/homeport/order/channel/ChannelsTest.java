package dev.homeport.order.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.order.support.Storefront;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ChannelsTest {
  private final Shop shop = Shop.open();

  @Test
  void aChannelIsDeclaredOnceAndNeverTellsItsSecret() {
    Storefront.declare(shop, "shop-de", "shopify", ", \"market\": \"DE\"");
    shop.get("/v1/channels/shop-de")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("kind", equalTo("shopify"))
        .body("signed", equalTo(true))
        .body("timeZone", equalTo("UTC"))
        .body("intakePath", matchesPattern("/v1/intake/[a-z2-7]{32}"))
        .body("signingSecret", nullValue());
    shop.post("/v1/channels", "{\"code\": \"shop-de\", \"kind\": \"ebay\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("channel-exists"));

    assertThat(shop.get("/v1/channels").asString()).doesNotContain(Storefront.SECRET);
    assertThat(shop.get("/v1/order-service/audit-entries").asString())
        .doesNotContain(Storefront.SECRET)
        .contains("channel.create");
  }

  @Test
  void onlyWhatIsNamedChanges() {
    Storefront store = Storefront.declare(shop, "shop-de", "shopify", ", \"market\": \"DE\"");
    store
        .patch("{\"market\": null, \"timeZone\": \"Europe/Paris\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("market", nullValue())
        .body("timeZone", equalTo("Europe/Paris"))
        .body("intakePath", equalTo(store.path()))
        .body("signed", equalTo(true));
    store.patch("{\"signingSecret\": null}").then().body("signed", equalTo(false));
    store.shopify("orders/create", "{}").then().statusCode(401);
    store.patch("{\"timeZone\": \"Mars/Base\"}").then().statusCode(422);
    store.patch("{\"code\": \"x\"}").then().statusCode(422);
  }

  @Test
  void aChangeNamesTheVersionItIsAbout() {
    Storefront.declare(shop, "shop-de", "shopify", "");
    shop.request()
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch("/v1/channels/shop-de")
        .then()
        .statusCode(428);
    shop.request()
        .header("If-Match", "\"7\"")
        .delete("/v1/channels/shop-de")
        .then()
        .statusCode(412);
    shop.request().delete("/v1/channels/shop-de").then().statusCode(428);
    shop.request()
        .header("If-Match", "\"1\"")
        .delete("/v1/channels/shop-de")
        .then()
        .statusCode(204);
    shop.get("/v1/channels/shop-de").then().statusCode(404);
  }

  @Test
  void channelsAreListedPageByPage() {
    for (String code : new String[] {"c", "a", "b"}) {
      Storefront.declare(shop, code, "generic", "");
    }
    String next =
        shop.get("/v1/channels?limit=2")
            .then()
            .body("items.code", hasItem("a"))
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    shop.request()
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/v1/channels")
        .then()
        .body("items", hasSize(1))
        .body("items[0].code", equalTo("c"));
    Shop.open().get("/v1/channels").then().body("items", hasSize(0));
  }

  @Test
  void anOrderCountsForTheMarketOfItsChannelFromItsNextDescriptionOn() {
    shop.post("/v1/orders", Bodies.order("1")).then().body("market", equalTo("DE"));
    Storefront.declare(shop, "shop-de", "generic", ", \"market\": \"AT\"");

    shop.post("/v1/orders", Bodies.order("2")).then().body("market", equalTo("AT"));
    shop.post("/v1/orders", Bodies.order("1")).then().statusCode(200).body("market", equalTo("DE"));
    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"))
        .then()
        .body("market", equalTo("AT"))
        .body("country", equalTo("DE"));
    shop.post("/v1/returns", Bodies.freeReturn("R-1", "EUR"))
        .then()
        .statusCode(201)
        .body("market", equalTo("AT"));
    shop.get("/v1/order-summary?by=market").then().body("items.key", hasItem("AT"));
  }

  @Test
  void readingIsNotWriting() {
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.token(shop.tenant(), "channels:read"))
        .contentType("application/json")
        .body("{\"code\": \"x\", \"kind\": \"generic\"}")
        .post("/v1/channels")
        .then()
        .statusCode(403);
  }
}
