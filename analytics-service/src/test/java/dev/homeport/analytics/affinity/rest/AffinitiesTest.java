package dev.homeport.analytics.affinity.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.analytics.Books;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AffinitiesTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final String SLASHED = "cup 1/2 \u00fc?&";

  @Inject Books books;
  private UUID tenant = UUID.randomUUID();

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  /** Forty customers buy a mug with a saucer and then a tray; two hundred buy something else. */
  @Test
  void what_goes_together_and_after_each_other_is_told_of_products_and_customers() {
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < 40; i++) {
      facts.add(order("m" + i, i, "MUG", SLASHED));
      facts.add(order("m" + i, i + 30, "tray", "other-" + i));
    }
    for (int i = 0; i < 200; i++) {
      facts.add(order("x" + i, i, "thing-" + i % 20));
      facts.add(order("x" + i, i + 40, "thing-" + (i * 7 + 3) % 20));
    }
    facts.add(order("new", 1, "MUG"));
    facts.add(order("none", 1));
    books.record(tenant, facts);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ask("/v1/products/MUG/affinities").extract().statusCode() == 200);

    ask("/v1/products/MUG/affinities")
        .body("name", equalTo("The MUG"))
        .body("support", equalTo(41))
        .body("items.sku", contains(SLASHED))
        .body("items[0].support.cases", equalTo(40))
        .body("items[0].confidence", equalTo(0.97561f))
        .body("items[0].lift", equalTo(11.731707f))
        .body("basis.cases", equalTo(481))
        .body("basis.level", equalTo(0.01f))
        .body("basis.computedAt", notNullValue());
    ask("/v1/products/MUG/affinities?kind=next")
        .body("items.sku", contains("tray"))
        .body("items[0].confidence", equalTo(1f))
        .body("basis.cases", equalTo(240));
    given()
        .auth()
        .oauth2(token())
        .queryParam("sku", SLASHED)
        .get("/v1/product-affinities")
        .then()
        .statusCode(200)
        .body("items.sku", contains(SLASHED))
        .body("items[0].items.sku", contains("MUG"))
        .body("items[0].basis.cases", equalTo(481));
    ask("/v1/product-affinities?kind=next&limit=1")
        .body("items.sku", contains("MUG"))
        .body("nextCursor", notNullValue());
    given()
        .auth()
        .oauth2(token())
        .pathParam("sku", SLASHED)
        .get("/v1/products/{sku}/affinities?kind=next")
        .then()
        .statusCode(200)
        .body("sku", equalTo(SLASHED))
        .body("items.sku", contains("tray"));
    ask("/v1/products/thing-1/affinities").body("items", hasSize(0)).body("support", nullValue());
    ask("/v1/products/mug/affinities").statusCode(404).body("code", equalTo("not-found"));

    ask("/v1/customers/cus_" + Books.buyer("new") + "/next-products")
        .body("bought", equalTo(1))
        .body("items.sku", contains("tray", SLASHED))
        .body("items[0].reasons[0].sku", equalTo("MUG"))
        .body("items[0].reasons[0].kind", equalTo("next"))
        .body("items[0].reasons[0].boughtOn", equalTo("2026-01-06"))
        .body("items[1].reasons[0].kind", equalTo("together"))
        .body("computedAt", notNullValue());
    ask("/v1/customers/cus_" + Books.buyer("m1") + "/next-products")
        .body("items.sku", not(hasItem("tray")));
    ask("/v1/customers/cus_" + Books.buyer("m1") + "/next-products?again=true")
        .body("items.sku", hasItem("tray"))
        .body("items.find { it.sku == 'tray' }.boughtOn", equalTo("2026-02-05"));
    ask("/v1/customers/cus_" + Books.buyer("none") + "/next-products")
        .statusCode(200)
        .body("bought", equalTo(0))
        .body("items", hasSize(0));
    ask("/v1/customers/cus_" + UUID.randomUUID() + "/next-products")
        .statusCode(404)
        .body("code", equalTo("customer-not-scored"));
  }

  @Test
  void what_came_back_was_not_bought() {
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < 60; i++) {
      facts.add(withReturn("m" + i, i));
      facts.add(order("x" + i, i, "thing"));
    }
    books.record(tenant, facts);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ask("/v1/products/kept/affinities").extract().statusCode() == 200);

    ask("/v1/products/back/affinities").statusCode(404);
    ask("/v1/products/kept/affinities").body("items", hasSize(0));
    ask("/v1/customers/cus_" + Books.buyer("m1") + "/next-products").body("bought", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/products/A/affinities?kind=apart, 400, invalid-parameter",
    "/v1/products/A/affinities?limit=0, 400, invalid-parameter",
    "/v1/products/A/affinities?x=1, 400, unknown-parameter",
    "/v1/product-affinities?others=101, 400, invalid-parameter",
    "/v1/product-affinities?cursor=x, 400, invalid-cursor",
    "/v1/customers/abc/next-products, 404, not-found",
    "/v1/customers/cus_00000000-0000-0000-0000-000000000001/next-products?limit=51, 400, invalid-parameter",
  })
  void what_cannot_be_asked_is_refused(String path, int status, String code) {
    ask(path).statusCode(status).body("code", equalTo(code));
  }

  private static Fact order(String buyer, int day, String... skus) {
    return Books.order(
        Books.buyer(buyer),
        START.plus(day, ChronoUnit.DAYS),
        "10",
        new Origin("shop", "DE", "DE", Attribution.NONE),
        Stream.of(skus).map(sku -> Books.line(sku, "5")).toList());
  }

  private static Fact withReturn(String buyer, int day) {
    Fact order = order(buyer, day, "kept");
    Line back = Books.line("back", "5");
    return new Fact(
        order.identityId(),
        order.sourceId(),
        order.kind(),
        order.at(),
        order.origin(),
        new Basket(
            "EUR",
            List.of(
                order.basket().lines().getFirst(),
                new Line(
                    back.sku(),
                    back.name(),
                    back.category(),
                    BigDecimal.TWO,
                    BigDecimal.TWO,
                    back.unitPrice()))),
        true,
        order.contribution(),
        1);
  }

  private ValidatableResponse ask(String path) {
    return given().auth().oauth2(token()).get(path).then();
  }

  private String token() {
    return TestTokens.token(tenant, "analytics:read");
  }
}
