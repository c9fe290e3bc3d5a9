package dev.homeport.customer.inbound;

import static dev.homeport.customer.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class BuyerListenerTest {
  private static final String KNOWN =
      """
      {"seenAt": "2026-11-01T10:00:00Z", "country": "DE", "email": "Anna@Example.com",
       "phone": "030 901820", "name": "Anna Berg",
       "address": {"name": "Anna Berg", "line1": "Weg 1", "city": "Berlin", "postcode": "10115"}}""";

  private UUID tenant;

  @BeforeEach
  void newTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void anUnknownBuyerBecomesACustomer() {
    String id = Buyers.arrives(tenant, "aliexpress-es", "b-1", "{\"country\": \"ES\"}");

    customer(id)
        .body("anonymous", equalTo(true))
        .body("displayName", equalTo("aliexpress-es buyer " + id.substring(4, 8)))
        .body("name", nullValue())
        .body("country", equalTo("ES"))
        .body("emails", empty());
    assertThat(id).isEqualTo("cus_" + Buyers.identity(tenant, "aliexpress-es", "b-1"));
    String key = id.substring(4);
    assertThat(TestEvents.receive("homeport.identity.v1", 1, e -> e.key().equals(key))).hasSize(1);
    assertThat(TestEvents.receive("homeport.customer.v1", 1, e -> e.key().equals(key)))
        .singleElement()
        .satisfies(event -> assertThat(event.data()).contains("\"country\":\"ES\""));
  }

  @Test
  void whatAnOrderShowsIsLearnt() {
    String id = Buyers.arrives(tenant, "shop-de", "b-1", KNOWN);

    customer(id)
        .body("anonymous", equalTo(false))
        .body("displayName", equalTo("Anna Berg"))
        .body("emails.address", contains("anna@example.com"))
        .body("emails.source", contains("order"))
        .body("emails.verified", contains(false))
        .body("phones.number", contains("+4930901820"))
        .body("addresses.country", contains("DE"))
        .body("addresses.line1", contains("Weg 1"));
    as(tenant).get("/v1/customers?name=berg").then().body("items.id", contains(id));
    as(tenant).get("/v1/customers?email=anna@example.com").then().body("items", hasSize(1));
  }

  @Test
  void aMaskedRedeliveryHidesNothing() {
    String id = Buyers.arrives(tenant, "amazon-de", "b-1", KNOWN);

    Buyers.send(
        tenant,
        "amazon-de",
        "b-1",
        """
        {"seenAt": "2026-12-01T10:00:00Z", "country": "AT", "email": "x9@marketplace.amazon.de",
         "phone": "030 90****", "name": "A*** B***",
         "address": {"name": "A***", "line1": "W** 1", "country": "AT"}}""");

    Buyers.await(() -> customer(id).body("country", equalTo("AT")));
    customer(id)
        .body("displayName", equalTo("Anna Berg"))
        .body("emails.address", contains("anna@example.com"))
        .body("phones.number", contains("+4930901820"))
        .body("addresses.line1", contains("Weg 1"));
  }

  @Test
  void whatWasStatedStandsOverWhatOrdersShow() {
    String id = Buyers.arrives(tenant, "shop-de", "b-1", KNOWN);
    as(tenant)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"name\": {\"full\": \"Anna Stein\"}, \"emails\": null}")
        .patch("/v1/customers/" + id)
        .then()
        .statusCode(200);

    Buyers.send(tenant, "shop-de", "b-1", KNOWN);
    Buyers.send(
        tenant, "shop-de", "b-1", "{\"seenAt\":\"2026-11-02T10:00:00Z\",\"country\":\"FR\"}");

    Buyers.await(() -> customer(id).body("country", equalTo("FR")));
    customer(id).body("displayName", equalTo("Anna Stein")).body("emails", empty());
  }

  @Test
  void duplicatesAndDisorderChangeNothing() {
    var random = new Random(7);
    var history = new ArrayList<TestEvents.Sent>();
    for (int i = 0; i < 60; i++) {
      String fields =
          """
          {"seenAt": "2026-11-%02dT10:00:00Z", "country": "%s", "email": "a%d@example.com",
           "name": "Name %d"}"""
              .formatted(1 + i % 28, List.of("DE", "FR", "GB").get(i % 3), i % 4, i % 5);
      history.add(Buyers.event(tenant, "shop-de", "ordered", fields));
    }
    List<TestEvents.Sent> shuffled = new ArrayList<>();
    for (TestEvents.Sent event : history) {
      String other =
          event.data().replace(event.key(), key("shuffled")).replace("\"ordered\"", "\"shuffled\"");
      shuffled.addAll(
          Collections.nCopies(
              1 + random.nextInt(2),
              new TestEvents.Sent(key("shuffled"), event.type(), tenant, other)));
    }
    Collections.shuffle(shuffled, random);

    TestEvents.send(Buyers.TOPIC, history);
    TestEvents.send(Buyers.TOPIC, shuffled);
    last("ordered");
    last("shuffled");

    String ordered = "cus_" + key("ordered");
    String disordered = "cus_" + key("shuffled");
    for (String field : List.of("displayName", "country", "emails.address")) {
      Object expected = customer(ordered).extract().path(field);
      customer(disordered).body(field, equalTo(expected));
    }
    String identities = "/v1/customers/%s/identities";
    Object seen = as(tenant).get(identities.formatted(ordered)).path("items.firstSeenAt");
    as(tenant)
        .get(identities.formatted(disordered))
        .then()
        .body("items.firstSeenAt", equalTo(seen));
  }

  @Test
  void aRepeatedEventMakesNoVersion() {
    String id = Buyers.arrives(tenant, "shop-de", "b-1", KNOWN);
    String version = customer(id).extract().header("ETag");

    Buyers.send(tenant, "shop-de", "b-1", KNOWN.replace("11-01", "11-02"));
    last("b-1-last");

    customer(id).header("ETag", equalTo(version));
  }

  @Test
  void aBuyerWithoutIdentityGoesToTheDeadLettersAndHoldsNobodyUp() {
    var broken = Buyers.event(tenant, "shop-de", "broken", "{}");
    var withoutTime = broken.data().replaceFirst("\"seenAt\":\"[^\"]*\",", "");

    TestEvents.send(
        Buyers.TOPIC,
        Buyers.event(tenant, "shop-de", "before", "{}"),
        new TestEvents.Sent(broken.key(), broken.type(), tenant, withoutTime),
        Buyers.event(tenant, "shop-de", "after", "{}"));

    Buyers.await(
        () -> {
          as(tenant).get("/v1/identities/shop-de/before").then().statusCode(200);
          as(tenant).get("/v1/identities/shop-de/after").then().statusCode(200);
          as(tenant)
              .get("/v1/customer-service/admin/dead-letters")
              .then()
              .body("items", hasSize(1))
              .body("items[0].topic", equalTo("homeport.buyer.v1"));
        });
  }

  /** Waits until all that was sent to this buyer's partition before has been taken. */
  private void last(String externalId) {
    Buyers.send(
        tenant, "shop-de", externalId, "{\"seenAt\":\"2000-01-01T00:00:00Z\",\"name\":\"First\"}");
    String path = "/v1/customers/cus_" + key(externalId) + "/identities";
    Buyers.await(
        () ->
            as(tenant)
                .get(path)
                .then()
                .body("items[0].firstSeenAt", equalTo("2000-01-01T00:00:00Z")));
  }

  private String key(String externalId) {
    return Buyers.identity(tenant, "shop-de", externalId).toString();
  }

  private ValidatableResponse customer(String id) {
    return as(tenant).get("/v1/customers/" + id).then().statusCode(200);
  }
}
