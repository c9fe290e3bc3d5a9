package dev.homeport.customer.candidate;

import static dev.homeport.customer.testing.Requests.as;
import static dev.homeport.customer.testing.Requests.customer;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MatchCandidatesTest {
  private static final String ANNA =
      """
      {"name": {"full": "Anna Berg"}, "emails": [{"address": "anna@example.com", "verified": true}],
       "addresses": [{"line1": "Weg 3", "postcode": "10115", "city": "Berlin", "country": "DE"}]}""";

  private UUID tenant;

  @BeforeEach
  void aTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void twoWhoMayBeOneAreFoundWithWhatSpeaksForIt() {
    String one = customer(tenant, ANNA);
    String buyer =
        Buyers.arrives(
            tenant,
            "shop-de",
            "b-1",
            """
            {"name": "BERG Anna", "address": {"line1": "Weg 3", "city": "Berlin",
             "postcode": "10115", "country": "DE"}}""");

    String candidate = candidate();
    as(tenant)
        .get("/v1/match-candidates/" + candidate)
        .then()
        .body("customerIds", containsInAnyOrder(one, buyer))
        .body("state", equalTo("open"))
        .body("certain", equalTo(false))
        .body("score", greaterThan(8f))
        .body("evidence.find { it.field == 'name' }.agreement", equalTo("same"))
        .body("evidence.find { it.field == 'address' }.agreement", equalTo("same"));

    as(tenant)
        .body("{\"survivorId\": \"" + one + "\"}")
        .post("/v1/match-candidates/" + candidate + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("mergeId", matchesPattern("mrg_[0-9a-f-]{36}"));
    as(tenant)
        .get("/v1/customers/" + buyer)
        .then()
        .statusCode(308)
        .header("Location", endsWith(one));
    as(tenant)
        .post("/v1/match-candidates/" + candidate + "/dismissal")
        .then()
        .statusCode(409)
        .body("code", equalTo("candidate-already-decided"));
  }

  @Test
  void whatWasDismissedIsNotProposedAgain() {
    String one = customer(tenant, ANNA);
    customer(tenant, ANNA);
    String candidate = candidate();

    as(tenant)
        .post("/v1/match-candidates/" + candidate + "/dismissal")
        .then()
        .statusCode(200)
        .body("state", equalTo("dismissed"));
    automatic();
    String other = customer(tenant, "{\"name\": {\"full\": \"Carl Carlsen\"}}");
    as(tenant)
        .contentType("application/merge-patch+json")
        .header("If-Match", as(tenant).get("/v1/customers/" + one).header("ETag"))
        .body("{\"tags\": [\"again\"]}")
        .patch("/v1/customers/" + one)
        .then()
        .statusCode(200);
    awaitLooked(other);

    as(tenant).get("/v1/match-candidates").then().body("items", empty());
    as(tenant).get("/v1/customers/" + one + "/merges").then().body("items", empty());
  }

  @Test
  void theSameVerifiedAddressMergesByItselfWhenTheTenantSaysSo() {
    automatic();
    String one = customer(tenant, ANNA);
    String two = customer(tenant, ANNA);

    Buyers.await(() -> as(tenant).get("/v1/customers/" + two).then().statusCode(308));
    String merge = as(tenant).get("/v1/customers/" + one + "/merges").path("items[0].id");
    as(tenant).get("/v1/merges/" + merge).then().body("cause", equalTo("match"));

    as(tenant).post("/v1/merges/" + merge + "/reversal").then().statusCode(202);
    awaitLooked(customer(tenant, "{\"name\": {\"full\": \"Carl Carlsen\"}}"));
    as(tenant).get("/v1/customers/" + two).then().statusCode(200);
  }

  @Test
  void whatIsFoundBeforeItMayMergeByItselfMergesThen() {
    customer(tenant, ANNA);
    String two = customer(tenant, ANNA);
    String candidate = candidate();
    as(tenant).get("/v1/match-candidates/" + candidate).then().body("certain", equalTo(true));

    automatic();

    Buyers.await(() -> as(tenant).get("/v1/customers/" + two).then().statusCode(308));
    as(tenant).get("/v1/match-candidates").then().body("items", empty());
  }

  @Test
  void settingsAreChangedByThoseWhoHaveSeenThem() {
    String tag = as(tenant).get("/v1/matching-settings").then().extract().header("ETag");
    as(tenant).body(settings(true)).put("/v1/matching-settings").then().statusCode(428);
    as(tenant)
        .header("If-Match", tag)
        .body(settings(true))
        .put("/v1/matching-settings")
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("automatic", equalTo(true));
    as(tenant)
        .header("If-Match", tag)
        .body(settings(true))
        .put("/v1/matching-settings")
        .then()
        .statusCode(412);
    as(TestTenants.create())
        .get("/v1/matching-settings")
        .then()
        .body("automatic", equalTo(false))
        .body("namesPerContact", equalTo(3));
  }

  @Test
  void aCodeFromTheParcelSaysWhoTheBuyerIs() {
    automatic();
    String one = customer(tenant, ANNA);
    String buyer = Buyers.arrives(tenant, "aliexpress-es", "b-1", "{}");
    String code =
        as(tenant)
            .body("{}")
            .post("/v1/customers/" + buyer + "/claim-codes")
            .then()
            .statusCode(201)
            .body("code", matchesPattern("([0-9A-Z]{4}-){3}[0-9A-Z]{4}"))
            .extract()
            .path("code");

    redeem(one, code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))
        .statusCode(200)
        .body("outcome", equalTo("merged"));

    as(tenant).get("/v1/customers/" + buyer).then().statusCode(308);
    redeem(one, code).statusCode(409).body("code", equalTo("claim-code-redeemed"));
    redeem(one, "0000-0000-0000-0000").statusCode(422).body("code", equalTo("unknown-claim-code"));
  }

  @Test
  void aCodeIsACandidateWherePeopleDecide() {
    String one = customer(tenant, ANNA);
    String buyer = Buyers.arrives(tenant, "aliexpress-es", "b-1", "{}");
    String code =
        as(tenant).body("{}").post("/v1/customers/" + buyer + "/claim-codes").path("code");

    String candidate =
        redeem(one, code)
            .statusCode(200)
            .body("outcome", equalTo("candidate"))
            .extract()
            .path("candidateId");

    as(tenant)
        .get("/v1/match-candidates/" + candidate)
        .then()
        .body("certain", equalTo(true))
        .body("heldBy", equalTo("claim-code"))
        .body("evidence.field", equalTo(java.util.List.of("claim-code")));
  }

  private io.restassured.response.ValidatableResponse redeem(String customer, String code) {
    return as(tenant)
        .body("{\"code\": \"" + code + "\"}")
        .post("/v1/customers/" + customer + "/claim-code-redemptions")
        .then();
  }

  private String candidate() {
    Buyers.await(() -> as(tenant).get("/v1/match-candidates").then().body("items", hasSize(1)));
    return as(tenant).get("/v1/match-candidates").path("items[0].id");
  }

  /** The queue is worked off in its order: when a later customer's twin is found, others were. */
  private void awaitLooked(String customer) {
    String name = as(tenant).get("/v1/customers/" + customer).path("displayName");
    String body =
        """
        {"name": {"full": "%s"}, "emails": [{"address": "probe@example.com"}],
         "phones": [{"number": "+4930901820"}]}"""
            .formatted(name);
    as(tenant)
        .contentType("application/merge-patch+json")
        .header("If-Match", as(tenant).get("/v1/customers/" + customer).header("ETag"))
        .body(
            "{\"emails\": [{\"address\": \"probe@example.com\"}], \"phones\": [{\"number\": \"+4930901820\"}]}")
        .patch("/v1/customers/" + customer)
        .then()
        .statusCode(200);
    String twin = customer(tenant, body);
    Buyers.await(
        () -> {
          boolean merged = as(tenant).get("/v1/customers/" + twin).statusCode() == 308;
          if (!merged) {
            as(tenant)
                .get("/v1/match-candidates?customerId=" + twin)
                .then()
                .body("items", hasSize(1));
          }
        });
    as(tenant)
        .get("/v1/match-candidates?customerId=" + twin)
        .then()
        .body("items.size()", org.hamcrest.Matchers.lessThan(2));
    String left = as(tenant).get("/v1/match-candidates?customerId=" + twin).path("items[0].id");
    if (left != null) {
      as(tenant).post("/v1/match-candidates/" + left + "/dismissal").then().statusCode(200);
    }
  }

  private void automatic() {
    as(tenant)
        .header("If-Match", as(tenant).get("/v1/matching-settings").header("ETag"))
        .body(settings(true))
        .put("/v1/matching-settings")
        .then()
        .statusCode(200);
  }

  private static String settings(boolean automatic) {
    return "{\"automatic\": %s, \"threshold\": 8, \"namesPerContact\": 3}".formatted(automatic);
  }
}
