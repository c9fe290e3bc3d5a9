package dev.homeport.customer.linking;

import static dev.homeport.customer.testing.Requests.as;
import static dev.homeport.customer.testing.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class IdentityLinksTest {
  private UUID tenant;
  private String anna;

  @BeforeEach
  void aCustomer() {
    tenant = TestTenants.create();
    anna = customer(tenant, "{\"name\": {\"full\": \"Anna\"}}");
  }

  @Test
  void aBuyerWhomNobodyHasSeenIsCreatedWithTheLink() {
    String identity =
        as(tenant)
            .put(link(anna, "shop-de", "b-1"))
            .then()
            .statusCode(201)
            .header("Location", endsWith("/v1/identities/shop-de/b-1"))
            .body("id", matchesPattern("idn_[0-9a-f-]{36}"))
            .body("customerId", equalTo(anna))
            .extract()
            .path("id");

    as(tenant).get("/v1/identities/shop-de/b-1").then().body("id", equalTo(anna));
    as(tenant)
        .get("/v1/customers/" + anna + "/identities")
        .then()
        .body("items.channel", containsInAnyOrder("homeport", "shop-de"));
    assertThat(mapping(identity)).contains("\"epoch\":1").contains(bare(anna));
  }

  @Test
  void aLinkMayBeRepeated() {
    as(tenant).put(link(anna, "shop-de", "b-1")).then().statusCode(201);

    as(tenant)
        .put(link(anna, "shop-de", "b-1"))
        .then()
        .statusCode(200)
        .body("customerId", equalTo(anna));
  }

  @Test
  void anAnonymousBuyerIsTakenOverAndTheirCustomerSendsCallersOn() {
    String home = Buyers.arrives(tenant, "shop-de", "b-2", "{\"country\": \"DE\"}");

    String identity =
        as(tenant).put(link(anna, "shop-de", "b-2")).then().statusCode(200).extract().path("id");

    as(tenant)
        .get("/v1/customers/" + home)
        .then()
        .statusCode(308)
        .header("Location", endsWith("/v1/customers/" + anna));
    as(tenant)
        .get("/v1/customers/" + home + "/identities?limit=5")
        .then()
        .statusCode(308)
        .header("Location", endsWith("/v1/customers/" + anna + "/identities?limit=5"));
    as(tenant).get("/v1/customers").then().body("items", hasSize(1));
    assertThat(mapping(identity)).contains("\"epoch\":2").contains(bare(anna));
    assertThat(
            TestEvents.receive(
                "homeport.customer.v1",
                1,
                e -> e.key().equals(bare(home)) && e.data().contains("merged")))
        .hasSize(1);
  }

  @Test
  void whatALinkedBuyerShowsLaterGoesToTheCustomer() {
    String home = Buyers.arrives(tenant, "shop-de", "b-3", "{}");
    as(tenant).put(link(anna, "shop-de", "b-3")).then().statusCode(200);

    Buyers.send(tenant, "shop-de", "b-3", "{\"email\": \"anna@example.com\"}");

    Buyers.await(
        () ->
            as(tenant)
                .get("/v1/customers/" + anna)
                .then()
                .body("emails[0].address", equalTo("anna@example.com")));
    as(tenant).get("/v1/customers/" + home).then().statusCode(308);
  }

  @Test
  void aBuyerOfWhomSomethingIsKnownIsNotTakenOver() {
    String known = Buyers.arrives(tenant, "shop-de", "b-4", "{\"name\": \"Bernd Blum\"}");

    as(tenant)
        .put(link(anna, "shop-de", "b-4"))
        .then()
        .statusCode(409)
        .body("code", equalTo("identity-belongs-to-another-customer"));
    as(tenant).get("/v1/identities/shop-de/b-4").then().body("id", equalTo(known));
  }

  @Test
  void aBuyerWhoIsAnotherCustomerIsNotTakenOver() {
    String berta = customer(tenant, "{\"name\": {\"full\": \"Berta\"}}");
    as(tenant).put(link(berta, "shop-de", "b-5")).then().statusCode(201);

    as(tenant).put(link(anna, "shop-de", "b-5")).then().statusCode(409);
    as(tenant).get("/v1/identities/shop-de/b-5").then().body("id", equalTo(berta));
  }

  @Test
  void anAnonymousCustomerWithAnotherBuyerKeepsItsOwn() {
    String home = Buyers.arrives(tenant, "shop-de", "b-6", "{}");
    as(tenant).put(link(home, "shop-fr", "b-6")).then().statusCode(201);

    as(tenant).put(link(anna, "shop-de", "b-6")).then().statusCode(409);
  }

  @Test
  void aLinkThatCannotBeLeavesNothingBehind() {
    as(tenant)
        .put(link(anna, "homeport", "x"))
        .then()
        .statusCode(422)
        .body("code", equalTo("reserved-channel"));
    as(tenant).put(link("cus_" + UUID.randomUUID(), "shop-de", "b-7")).then().statusCode(404);
    as(TestTenants.create()).put(link(anna, "shop-de", "b-7")).then().statusCode(404);
    as(tenant).put(link(anna, "Shop DE", "b-7")).then().statusCode(404);
    as(tenant, "customers:read").put(link(anna, "shop-de", "b-7")).then().statusCode(403);

    as(tenant).get("/v1/identities/shop-de/b-7").then().statusCode(404);
  }

  @Test
  void anExternalIdMayHoldAnySign() {
    String gid = "gid:%2F%2Fshopify%2FCustomer%2F7%3Fa=%C3%A4";

    as(tenant)
        .urlEncodingEnabled(false)
        .put(link(anna, "shop-de", gid))
        .then()
        .statusCode(201)
        .body("externalId", equalTo("gid://shopify/Customer/7?a=ä"))
        .header("Location", endsWith("/v1/identities/shop-de/" + gid));
    as(tenant)
        .urlEncodingEnabled(false)
        .get("/v1/identities/shop-de/" + gid)
        .then()
        .statusCode(200);
  }

  @Test
  void ofTwoCustomersWhoWantABuyerAtOnceOneGetsThem() throws Exception {
    String berta = customer(tenant, "{\"name\": {\"full\": \"Berta\"}}");
    for (int round = 0; round < 10; round++) {
      String buyer = "race-" + round;
      var answers = new ArrayList<Integer>();
      try (var executor = Executors.newFixedThreadPool(2)) {
        Callable<Integer> first = () -> as(tenant).put(link(anna, "shop-de", buyer)).statusCode();
        Callable<Integer> second = () -> as(tenant).put(link(berta, "shop-de", buyer)).statusCode();
        for (var answer : executor.invokeAll(java.util.List.of(first, second))) {
          answers.add(answer.get());
        }
      }
      assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }
  }

  private static String link(String customer, String channel, String externalId) {
    return "/v1/customers/" + customer + "/identities/" + channel + "/" + externalId;
  }

  private static String mapping(String identity) {
    String key = bare(identity);
    var found = new ArrayList<String>();
    Buyers.await(
        () -> {
          TestEvents.receive(
              "homeport.identity.v1", 1, e -> e.key().equals(key) && found.add(e.data()));
          assertThat(found).isNotEmpty();
        });
    return found.getLast();
  }

  private static String bare(String id) {
    return id.substring(4);
  }
}
