package dev.homeport.loyalty.member.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.loyalty.Events;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MembersResourceTest {
  private UUID merchant;
  private UUID buyer;

  @BeforeEach
  void aMerchantAndABuyer() {
    merchant = TestTenants.create();
    buyer = UUID.randomUUID();
  }

  @Test
  void anOrderGivesPointsToTheHomeCustomerBeforeAnyMappingArrives() {
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "79.49", "0"));

    awaitAvailable(buyer, 79)
        .body("customerId", equalTo("cus_" + buyer))
        .body("programme", equalTo("points"))
        .body("balance.pending", equalTo(0))
        .body("balance.held", equalTo(0))
        .body("balance.owed", equalTo(0))
        .body("lifetime.earned", equalTo(79))
        .body("lifetime.clawedBack", equalTo(0))
        .body("openLots", equalTo(1))
        .body("nextExpiry", nullValue())
        .body("updatedAt", notNullValue());
  }

  /** order-service tells the order with the return among its own, and the return as reversed. */
  @Test
  void aReturnThatGoesToItsOrderTakesPointsOnceAndGivesThemBackWhenItWasAMistake() {
    UUID order = UUID.randomUUID();
    UUID back = UUID.randomUUID();
    Events.send(
        merchant,
        Events.freeReturn(back, buyer, 1, "30.00"),
        Events.order(order, buyer, 1, "100.00", "0"));
    awaitAvailable(buyer, 70);

    Events.send(
        merchant,
        Events.order(order, buyer, 2, "100.00", "30.00"),
        Events.freeReturn(back, buyer, 2, "30.00", true),
        // A further order shows that all before it has been taken.
        Events.order(UUID.randomUUID(), buyer, 1, "1.00", "0"));
    awaitAvailable(buyer, 71);

    Events.send(
        merchant,
        Events.order(order, buyer, 3, "100.00", "0"),
        Events.freeReturn(back, buyer, 3, "30.00", true),
        Events.freeReturn(back, buyer, 1, "30.00"),
        Events.order(order, buyer, 2, "100.00", "30.00"));
    awaitAvailable(buyer, 101);
  }

  @Test
  void partialAndFreeReturnsTakePointsBackWithTheirReasons() {
    UUID order = UUID.randomUUID();
    Events.send(
        merchant,
        Events.order(order, buyer, 1, "100.00", "0"),
        Events.order(order, buyer, 2, "100.00", "20.50"),
        Events.freeReturn(UUID.randomUUID(), buyer, 1, "27.50"));
    awaitAvailable(buyer, 79 - 27);

    get("/v1/members/cus_" + buyer + "/entries")
        .statusCode(200)
        .body("items.points", contains(-27, -21, 100))
        .body("items.account", everyItem(equalTo("available")))
        .body("items.cause.type", contains("free-return", "order", "order"))
        .body("items[2].cause.id", equalTo("ord_" + order))
        .body("items[2].cause.revision", equalTo(1))
        .body("items[2].explanation", equalTo("Earns 100: 100 EUR at 1 a unit, rounded (floor)."));
    get("/v1/members/cus_" + buyer + "/lots")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].orderId", equalTo("ord_" + order))
        .body("items[0].size", equalTo(79))
        .body("items[0].used", equalTo(27))
        .body("items[0].remaining", equalTo(52));
  }

  @Test
  void aMemberAddsUpTheIdentitiesOfTheCustomerAndLosesThemAgain() {
    UUID other = UUID.randomUUID();
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "50", "0"));
    Events.send(merchant, Events.order(UUID.randomUUID(), other, 1, "30", "0"));
    awaitAvailable(buyer, 50);
    awaitAvailable(other, 30);

    Events.map(merchant, other, buyer, 2);
    awaitAvailable(buyer, 80).body("openLots", equalTo(2));
    get("/v1/members/cus_" + other).statusCode(404).body("code", equalTo("member-not-found"));

    Events.map(merchant, other, other, 3);
    Events.map(merchant, other, buyer, 2);
    awaitAvailable(other, 30);
    awaitAvailable(buyer, 50);
  }

  @Test
  void entriesAndLotsArePagedWithoutGapOrRepeat() {
    for (int i = 1; i <= 7; i++) {
      Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, String.valueOf(i), "0"));
    }
    awaitAvailable(buyer, 28);

    assertThat(walk("/v1/members/cus_" + buyer + "/entries", "items.points"))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    assertThat(walk("/v1/members/cus_" + buyer + "/lots", "items.size"))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void onlyOpenLotsAreListedOnRequest() {
    UUID gone = UUID.randomUUID();
    Events.send(
        merchant,
        Events.order(UUID.randomUUID(), buyer, 1, "10", "0"),
        Events.order(gone, buyer, 1, "5", "0"),
        Events.order(gone, buyer, 2, "5", "5"));
    awaitAvailable(buyer, 10);
    get("/v1/members/cus_" + buyer + "/lots?open=true").body("items.size", contains(10));
    get("/v1/members/cus_" + buyer + "/lots").body("items", hasSize(2));
  }

  @Test
  void membersAreListedByTheirIds() {
    for (int i = 0; i < 5; i++) {
      Events.send(merchant, Events.order(UUID.randomUUID(), UUID.randomUUID(), 1, "9", "0"));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/v1/members").extract().jsonPath().getList("items").size() == 5);
    List<String> ids = walk("/v1/members", "items.customerId");
    assertThat(ids).hasSize(5).isSorted();
    assertThat(new HashSet<>(ids)).hasSize(5);
  }

  @Test
  void anotherTenantAndAnUnknownMemberLookTheSame() {
    Events.send(merchant, Events.order(UUID.randomUUID(), buyer, 1, "79.49", "0"));
    awaitAvailable(buyer, 79);
    UUID stranger = TestTenants.create();
    for (String path : List.of("", "/entries", "/lots")) {
      given()
          .auth()
          .oauth2(TestTokens.token(stranger, "loyalty:read"))
          .get("/v1/members/cus_" + buyer + path)
          .then()
          .statusCode(404)
          .body("code", equalTo("member-not-found"));
    }
    get("/v1/members/cus_" + UUID.randomUUID()).statusCode(404);
    get("/v1/members/nonsense").statusCode(404);
  }

  @Test
  void withoutTheScopeNothingIsShown() {
    given()
        .auth()
        .oauth2(TestTokens.token(merchant, "orders:read"))
        .get("/v1/members")
        .then()
        .statusCode(403);
    given().get("/v1/members").then().statusCode(401);
  }

  @Test
  void aWrongLimitOrParameterIsRefused() {
    get("/v1/members?limit=0").statusCode(400);
    get("/v1/members?limit=251").statusCode(400);
    get("/v1/members?page=2").statusCode(400);
    get("/v1/members?cursor=abc").statusCode(400).body("code", equalTo("invalid-cursor"));
  }

  private ValidatableResponse awaitAvailable(UUID customer, int points) {
    String path = "/v1/members/cus_" + customer;
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              JsonPath body = get(path).extract().jsonPath();
              return Integer.valueOf(points).equals(body.get("balance.available"));
            });
    return get(path).statusCode(200);
  }

  private <T> List<T> walk(String path, String values) {
    var all = new ArrayList<T>();
    String cursor = null;
    do {
      var request = given().auth().oauth2(token()).queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get(path).then().statusCode(200).extract().jsonPath();
      all.addAll(page.getList(values));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return all;
  }

  private ValidatableResponse get(String path) {
    return given().auth().oauth2(token()).get(path).then();
  }

  private String token() {
    return TestTokens.token(merchant, "loyalty:read");
  }
}
