package dev.homeport.customer.profile.rest;

import static dev.homeport.customer.testing.Requests.as;
import static dev.homeport.customer.testing.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerSearchTest {
  private UUID tenant;
  private String anne;
  private String jose;

  @BeforeEach
  void twoCustomers() {
    tenant = TestTenants.create();
    anne =
        customer(
            tenant,
            """
            {"name": {"full": "Änne Müller-Lüdenscheidt"}, "country": "DE", "tags": ["vip"],
             "emails": [{"address": "anne@example.com"}], "phones": [{"number": "030 901820"}]}""");
    jose =
        customer(
            tenant,
            """
            {"name": {"full": "José Anton"}, "country": "ES", "tags": ["vip", "new"]}""");
  }

  @Test
  void findsByNameFromTheBeginningOfAnyWordWithoutAccents() {
    find("name=MULL").body("items.id", contains(anne));
    find("name=muller lud").body("items.id", contains(anne));
    find("name=jose").body("items.id", contains(jose));
    find("name=an").body("items.id", contains(anne, jose));
    find("name=uller").body("items", empty());
  }

  @Test
  void findsNamesThatAreSpeltNearlySo() {
    find("similarTo=Ane Muler-Ludenscheid").body("items.id", contains(anne));
    find("similarTo=Jozé").body("items", empty());
    find("similarTo=jose amton").body("items.id", contains(jose));
    find("similarTo=jose amton&country=DE").body("items", empty());
    find("similarTo=jose amton&name=ant").body("items.id", contains(jose));
    String other = customer(tenant, "{\"name\": {\"full\": \"José Antone\"}}");
    find("similarTo=Jose Anton").body("items.id", contains(jose, other));
    find("similarTo=Jose Anton&limit=1")
        .body("items.id", contains(jose))
        .body("nextCursor", nullValue());
    customer(TestTenants.create(), "{\"name\": {\"full\": \"José Anton\"}}");
    find("similarTo=Jose Anton").body("items.id", contains(jose, other));
  }

  @Test
  void aWalkByNameIsInTheOrderOfNamesAndSeesEachOnce() {
    String anton = customer(tenant, "{\"name\": {\"full\": \"Anton Antonov\"}}");
    String bo = customer(tenant, "{\"name\": {\"full\": \"Bo Anton Ant\"}}");

    assertThat(walk("name=ant&limit=1", () -> {})).containsExactly(bo, jose, anton);
  }

  @Test
  void findsByWhatPeopleAreReachedBy() {
    find("email=ANNE@example.com").body("items.id", contains(anne));
    find("phone=%2B4930901820").body("items.id", contains(anne));
    find("phone=030 901820&country=DE").body("items.id", contains(anne));
    find("email=other@example.com").body("items", empty());
  }

  @Test
  void findsByCountryAndTag() {
    find("country=ES").body("items.id", contains(jose));
    find("tag=vip").body("items.id", contains(jose, anne));
    find("tag=vip&country=DE").body("items.id", contains(anne));
    find("tag=vi").body("items", empty());
  }

  @Test
  void findsByIdentity() {
    as(tenant).put("/v1/customers/" + jose + "/identities/shop-es/b-7").then().statusCode(201);

    find("channel=shop-es&externalId=b-7").body("items.id", contains(jose));
    find("channel=shop-de&externalId=b-7").body("items", empty());
    as(tenant).get("/v1/identities/shop-es/b-7").then().body("id", equalTo(jose));
    as(tenant).get("/v1/identities/shop-de/b-7").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email=nobody",
        "phone=12",
        "phone=030 901820",
        "name=--",
        "similarTo=--",
        "channel=shop-de",
        "externalId=x",
        "country=DEU"
      })
  void refusesWhatCannotBeFound(String query) {
    as(tenant)
        .get("/v1/customers?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-parameter"))
        .body("errors[0].parameter", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void refusesAnUnknownParameterAndAForeignCursor() {
    as(tenant).get("/v1/customers?surname=x").then().statusCode(400);
    String cursor = as(tenant).get("/v1/customers?limit=1").path("nextCursor");

    as(tenant)
        .get("/v1/customers?limit=1&country=DE&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-cursor"));
  }

  @Test
  void aWalkSkipsAndRepeatsNothingWhileOthersArrive() {
    for (int i = 0; i < 5; i++) {
      customer(tenant, "{\"country\": \"FR\"}");
    }
    var before = new HashSet<>(walk("country=FR&limit=2", () -> {}));

    var walked = walk("country=FR&limit=2", () -> customer(tenant, "{\"country\": \"FR\"}"));

    assertThat(walked).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void anOldestCustomerComesLast() {
    find("limit=1").body("items.id", contains(jose));
    as(tenant).get("/v1/customers").then().body("items.id", containsInAnyOrder(anne, jose));
  }

  private List<String> walk(String query, Runnable betweenPages) {
    var ids = new ArrayList<String>();
    String cursor = null;
    do {
      var page =
          as(tenant).get("/v1/customers?" + query + (cursor == null ? "" : "&cursor=" + cursor));
      ids.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
      betweenPages.run();
    } while (cursor != null);
    return ids;
  }

  private ValidatableResponse find(String query) {
    return as(tenant)
        .urlEncodingEnabled(false)
        .get("/v1/customers?" + query.replace(" ", "%20"))
        .then()
        .statusCode(200);
  }
}
