package dev.homeport.customer.merge;

import static dev.homeport.customer.testing.Requests.as;
import static dev.homeport.customer.testing.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MergesTest {
  private UUID tenant;
  private String anna;
  private String anne;

  @BeforeEach
  void twoCustomers() {
    tenant = TestTenants.create();
    anna =
        customer(
            tenant,
            """
            {"name": {"full": "Anna Berg"}, "tags": ["a"],
             "emails": [{"address": "anna@example.com"}]}""");
    anne =
        customer(
            tenant,
            """
            {"name": {"full": "Anne Berg"}, "tags": ["b"], "language": "de",
             "emails": [{"address": "anne@example.com"}]}""");
  }

  @Test
  void theOtherCustomersBuyersAndValuesAreTheSurvivors() {
    String buyer = Buyers.arrives(tenant, "shop-de", "b-1", "{\"phone\": \"+4930901820\"}");
    merged(anne, buyer);

    String merge = merged(anna, anne);

    as(tenant)
        .get("/v1/customers/" + anna)
        .then()
        .body("name.full", equalTo("Anne Berg"))
        .body("language", equalTo("de"))
        .body("tags", contains("a", "b"))
        .body("phones.number", contains("+4930901820"))
        .body("emails.address", containsInAnyOrder("anna@example.com", "anne@example.com"));
    for (String old : List.of(anne, buyer)) {
      as(tenant)
          .get("/v1/customers/" + old)
          .then()
          .statusCode(308)
          .header("Location", endsWith("/v1/customers/" + anna));
    }
    as(tenant).get("/v1/customers?email=anne@example.com").then().body("items.id", contains(anna));
    as(tenant)
        .get("/v1/customers/" + anna + "/identities")
        .then()
        .body("items", hasSize(3))
        .body("items.channel", hasItem("shop-de"));
    as(tenant)
        .get("/v1/merges/" + merge)
        .then()
        .body("status", equalTo("applied"))
        .body("cause", equalTo("request"))
        .body("survivorId", equalTo(anna));
    as(tenant).get("/v1/customers/" + anna + "/merges").then().body("items", hasSize(2));
  }

  @Test
  void aReversalRestoresBoth() {
    Map<String, Object> before = picture();

    String merge = merged(anna, anne);
    as(tenant)
        .post("/v1/merges/" + merge + "/reversal")
        .then()
        .statusCode(202)
        .body("status", equalTo("reversed"));

    assertThat(picture()).isEqualTo(before);
    as(tenant).get("/v1/customers?email=anne@example.com").then().body("items.id", contains(anne));
    as(tenant)
        .post("/v1/merges/" + merge + "/reversal")
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-already-reversed"));
    merged(anne, anna);
  }

  @Test
  void whatHappensMeanwhileStaysWhereItWasGiven() {
    String buyer = Buyers.arrives(tenant, "shop-de", "b-1", "{\"name\": \"B One\"}");
    String merge = merged(anna, buyer);
    Buyers.send(tenant, "shop-de", "b-1", "{\"email\": \"late@example.com\"}");
    Buyers.await(
        () ->
            as(tenant)
                .get("/v1/customers/" + anna)
                .then()
                .body("emails.address", hasItem("late@example.com")));
    patch(anna, "{\"tags\": [\"meanwhile\"]}");

    as(tenant).post("/v1/merges/" + merge + "/reversal").then().statusCode(202);

    as(tenant)
        .get("/v1/customers/" + buyer)
        .then()
        .body("emails.address", contains("late@example.com"))
        .body("tags", empty());
    as(tenant)
        .get("/v1/customers/" + anna)
        .then()
        .body("emails.address", contains("anna@example.com"))
        .body("tags", contains("meanwhile"));
  }

  @Test
  void aListThatIsStatedWhileMergedIsAllThatIsShown() {
    merged(anna, anne);

    patch(anna, "{\"emails\": [{\"address\": \"anna@example.com\"}], \"language\": null}")
        .body("emails.address", contains("anna@example.com"))
        .body("language", equalTo(null))
        .body("name.full", equalTo("Anne Berg"));
  }

  @Test
  void aPreviewSaysWhatWinsAndChangesNothing() {
    Map<String, Object> before = picture();

    as(tenant)
        .body("{\"customerId\": \"%s\", \"fields\": {\"tags\": \"survivor\"}}".formatted(anne))
        .post("/v1/customers/" + anna + "/merges?dryRun=true")
        .then()
        .statusCode(200)
        .body("identities", equalTo(1))
        .body("fields.find { it.field == 'name' }.shown", equalTo("absorbed"))
        .body("fields.find { it.field == 'name' }.reason", equalTo("newer"))
        .body("fields.find { it.field == 'language' }.reason", equalTo("only"))
        .body("fields.find { it.field == 'emails' }.reason", equalTo("joined"))
        .body("fields.find { it.field == 'tags' }.reason", equalTo("chosen"));

    assertThat(picture()).isEqualTo(before);
  }

  @Test
  void aFieldCanBeChosen() {
    as(tenant)
        .body(
            """
            {"customerId": "%s", "fields": {"name": "survivor", "emails": "absorbed"}}"""
                .formatted(anne))
        .post("/v1/customers/" + anna + "/merges")
        .then()
        .statusCode(202)
        .body("fields.name", equalTo("survivor"));

    as(tenant)
        .get("/v1/customers/" + anna)
        .then()
        .body("name.full", equalTo("Anna Berg"))
        .body("emails.address", contains("anne@example.com"));
  }

  @Test
  void whatCannotBeMergedIsRefused() {
    refused(anna, anna, 422, "merge-with-itself");
    refused(anna, customer(TestTenants.create(), "{}"), 422, "unknown-customer");
    refused("cus_" + UUID.randomUUID(), anna, 404, "not-found");
    refused(anna, "ord_" + UUID.randomUUID(), 422, "invalid-id");
    merged(anna, anne);
    refused(customer(tenant, "{}"), anne, 409, "already-merged");
    as(tenant)
        .body(body(customer(tenant, "{}")))
        .post("/v1/customers/" + anne + "/merges")
        .then()
        .statusCode(308);
    as(tenant).get("/v1/merges/mrg_" + UUID.randomUUID()).then().statusCode(404);
    as(tenant, "customers:read")
        .body(body(anne))
        .post("/v1/customers/" + anna + "/merges")
        .then()
        .statusCode(403);
  }

  @Test
  void others_are_told_where_each_identity_is() {
    String merge = merged(anna, anne);
    as(tenant).post("/v1/merges/" + merge + "/reversal").then().statusCode(202);

    Buyers.await(
        () ->
            assertThat(
                    TestEvents.receive(
                        "homeport.identity.v1",
                        1,
                        e ->
                            e.key().equals(anne.substring(4))
                                && e.data().contains("\"epoch\":3")
                                && e.data().contains("\"customerId\":\"" + anne.substring(4))))
                .hasSize(1));
  }

  /** Random merges and reversals in between orders and statements; the same without, in the end. */
  @Test
  void histories_with_merges_that_are_all_reversed_end_as_those_without() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var worlds =
          LongStream.range(0, 24)
              .<Callable<Map<String, Object>>>mapToObj(seed -> () -> history(seed, true))
              .toList();
      var without =
          LongStream.range(0, 24)
              .<Callable<Map<String, Object>>>mapToObj(seed -> () -> history(seed, false))
              .toList();
      var merged = threads.invokeAll(worlds);
      var never = threads.invokeAll(without);
      for (int seed = 0; seed < 24; seed++) {
        assertThat(merged.get(seed).get()).as("seed %d", seed).isEqualTo(never.get(seed).get());
      }
    }
  }

  private Map<String, Object> history(long seed, boolean merging) {
    var random = new Random(seed);
    UUID shop = TestTenants.create();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      ids.add(customer(shop, "{\"name\": {\"full\": \"Stated %d\"}}".formatted(i)));
      Buyers.send(shop, "shop-de", "b-" + i, "{\"name\": \"Buyer %d\"}".formatted(i));
      ids.add("cus_" + Buyers.identity(shop, "shop-de", "b-" + i));
    }
    for (String id : ids) {
      Buyers.await(() -> as(shop).get("/v1/customers/" + id).then().statusCode(200));
    }
    var tops = new TreeMap<String, String>();
    var merges = new ArrayList<String[]>();
    for (int step = 0; step < 14; step++) {
      int kind = random.nextInt(4);
      String one = top(tops, ids.get(random.nextInt(ids.size())));
      String other = top(tops, ids.get(random.nextInt(ids.size())));
      int which = random.nextInt(3);
      int value = random.nextInt(1_000);
      switch (kind) {
        case 0 -> {
          if (!one.equals(other)) {
            tops.put(other, one);
            merges.add(new String[] {other, merging ? merged(shop, one, other) : ""});
          }
        }
        case 1 -> {
          if (!merges.isEmpty()) {
            reverse(shop, merging, tops, merges.remove(value % merges.size()));
          }
        }
        case 2 -> patch(shop, one, value);
        default -> seen(shop, merging ? "m" : "w", which, value, ids, tops, merging);
      }
    }
    while (!merges.isEmpty()) {
      reverse(shop, merging, tops, merges.remove(random.nextInt(merges.size())));
    }
    var picture = new TreeMap<String, Object>();
    for (int i = 0; i < ids.size(); i++) {
      picture.put("customer " + i, shown(shop, ids.get(i)));
    }
    return picture;
  }

  private static void reverse(
      UUID shop, boolean merging, Map<String, String> tops, String[] merge) {
    tops.remove(merge[0]);
    if (merging) {
      as(shop).post("/v1/merges/" + merge[1] + "/reversal").then().statusCode(202);
    }
  }

  private static void patch(UUID shop, String customer, int value) {
    String tag = as(shop).get("/v1/customers/" + customer).header("ETag");
    as(shop)
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(
            value % 2 == 0
                ? "{\"tags\": [\"t%d\"], \"language\": \"de\"}".formatted(value % 10)
                : "{\"name\": {\"full\": \"Said %d\", \"given\": null, \"family\": null}, \"emails\": []}"
                    .formatted(value % 10))
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
  }

  private static void seen(
      UUID shop,
      String world,
      int buyer,
      int value,
      List<String> ids,
      Map<String, String> tops,
      boolean merging) {
    String mail = "e" + value + "@example.com";
    Buyers.send(
        shop,
        "shop-de",
        "b-" + buyer,
        "{\"email\": \"%s\", \"seenAt\": \"2099-01-01T00:%02d:00Z\"}".formatted(mail, value % 60));
    String home = ids.get(2 * buyer + 1);
    String place = merging ? top(tops, home) : home;
    Buyers.await(
        () -> as(shop).get("/v1/customers/" + place).then().body("emails.address", hasItem(mail)));
  }

  private static String top(Map<String, String> tops, String customer) {
    String place = customer;
    while (tops.containsKey(place)) {
      place = tops.get(place);
    }
    return place;
  }

  private static Map<String, Object> shown(UUID shop, String customer) {
    Map<String, Object> answer =
        as(shop).get("/v1/customers/" + customer).then().statusCode(200).extract().path("");
    var body = new TreeMap<String, Object>(answer);
    for (String own : List.of("id", "displayName", "createdAt", "updatedAt")) {
      body.remove(own);
    }
    List<String> identities =
        as(shop).get("/v1/customers/" + customer + "/identities").path("items.channel");
    body.put("identities", identities);
    return body;
  }

  private Map<String, Object> picture() {
    return new TreeMap<>(Map.of("anna", shown(tenant, anna), "anne", shown(tenant, anne)));
  }

  private ValidatableResponse patch(String customer, String patch) {
    String tag = as(tenant).get("/v1/customers/" + customer).header("ETag");
    return as(tenant)
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(patch)
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
  }

  private void refused(String survivor, String absorbed, int status, String code) {
    as(tenant)
        .body(body(absorbed))
        .post("/v1/customers/" + survivor + "/merges")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  private String merged(String survivor, String absorbed) {
    return merged(tenant, survivor, absorbed);
  }

  private static String merged(UUID shop, String survivor, String absorbed) {
    return as(shop)
        .body(body(absorbed))
        .post("/v1/customers/" + survivor + "/merges")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static String body(String absorbed) {
    return "{\"customerId\": \"" + absorbed + "\"}";
  }
}
