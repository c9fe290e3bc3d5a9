package dev.homeport.customer.consent.rest;

import static dev.homeport.customer.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ConsentsTest {
  private UUID tenant;
  private String customer;

  @BeforeEach
  void newCustomer() {
    tenant = TestTenants.create();
    customer = Requests.customer(tenant, "{\"country\": \"DE\"}");
    as(tenant).body(NewPurpose.EXAMPLE).post("/v1/consent-purposes").then().statusCode(201);
  }

  @Test
  void aGrantIsConfirmedAndWithdrawn() {
    say("grant", "2026-11-01T10:00:00Z").statusCode(201).body("state", equalTo("pending"));
    say("grant", "2026-11-01T10:00:00Z").statusCode(200);
    say("confirmation", "2026-11-01T10:05:00Z")
        .body("allowed", equalTo(true))
        .body("until", equalTo("2028-10-31T10:05:00Z"))
        .body("record.source", equalTo("checkout"));
    say("withdrawal", "2026-11-03T10:00:00Z").body("allowed", equalTo(false));

    decision("").body("allowed", equalTo(false)).body("record.kind", equalTo("withdrawal"));
    decision("?at=2026-11-02T00:00:00Z").body("allowed", equalTo(true));
    decision("?at=2026-11-01T10:01:00Z").body("state", equalTo("pending"));
    decision("?at=2026-11-01T10:01:00Z&country=FR").body("state", equalTo("granted"));
    decision("?at=2026-10-01T00:00:00Z").body("record", nullValue());
    as(tenant)
        .get("/v1/customers/" + customer + "/consents?limit=2")
        .then()
        .body("items.kind", contains("withdrawal", "confirmation"));
    as(tenant)
        .get("/v1/customers/" + customer + "/consent-states")
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("withdrawn"));
  }

  @Test
  void aLateRecordTakesItsPlaceInTime() {
    say("withdrawal", "2026-11-03T10:00:00Z");

    say("grant", "2026-11-02T10:00:00Z").body("state", equalTo("withdrawn"));

    decision("?at=2026-11-02T12:00:00Z&country=FR").body("allowed", equalTo(true));
  }

  @Test
  void othersHearWhatIsAllowed() {
    say("grant", "2026-11-01T10:00:00Z");
    say("confirmation", "2026-11-01T10:05:00Z");

    assertThat(told(1, true)).hasSize(1);
  }

  @Test
  void whatSomebodyAllowedCountsForWhoeverIsInTheirPlace() {
    say("grant", "2026-11-01T10:00:00Z");
    say("confirmation", "2026-11-01T10:05:00Z");
    String absorbed = customer;
    customer = Requests.customer(tenant, "{\"country\": \"DE\"}");
    decision("").body("allowed", equalTo(false));

    String merge =
        as(tenant)
            .body("{\"customerId\": \"%s\"}".formatted(absorbed))
            .post("/v1/customers/" + customer + "/merges")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    decision("").body("allowed", equalTo(true));
    assertThat(told(1, true)).hasSize(1);

    as(tenant).post("/v1/merges/" + merge + "/reversal").then().statusCode(202);
    decision("").body("allowed", equalTo(false));
    assertThat(told(1, false)).hasSize(1);
  }

  private List<TestEvents.Sent> told(int count, boolean allowed) {
    String key = customer.substring(4);
    return TestEvents.receive(
        "homeport.consent.v1",
        count,
        e -> e.key().equals(key) && e.data().contains("\"allowed\":" + allowed));
  }

  @Test
  void whatCannotBeIsRefused() {
    say("profiling", "grant", "2026-11-01T10:00:00Z")
        .statusCode(422)
        .body("code", equalTo("unknown-purpose"));
    say("grant", "2099-01-01T00:00:00Z").statusCode(422).body("errors[0].pointer", equalTo("/at"));
    as(tenant)
        .body(NewPurpose.EXAMPLE)
        .post("/v1/consent-purposes")
        .then()
        .statusCode(409)
        .body("code", equalTo("purpose-exists"));
    as(tenant)
        .get("/v1/customers/" + customer + "/consents/nothing/decision")
        .then()
        .statusCode(404);
  }

  @Test
  void anotherRuleDecidesOtherwise() {
    say("grant", "2026-11-01T10:00:00Z").body("state", equalTo("pending"));

    String path = "/v1/consent-purposes/email-marketing";
    as(tenant).body("{\"basis\": \"consent\"}").put(path).then().statusCode(428);
    as(tenant)
        .header("If-Match", "\"1\"")
        .body("{\"basis\": \"consent\"}")
        .put(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));

    decision("").body("state", equalTo("granted")).body("until", nullValue());
  }

  private ValidatableResponse say(String kind, String at) {
    return say("email-marketing", kind, at);
  }

  private ValidatableResponse say(String purpose, String kind, String at) {
    return as(tenant)
        .body(
            """
            {"purpose": "%s", "kind": "%s", "at": "%s", "source": "checkout"}"""
                .formatted(purpose, kind, at))
        .post("/v1/customers/" + customer + "/consents")
        .then();
  }

  private ValidatableResponse decision(String query) {
    return as(tenant)
        .get("/v1/customers/" + customer + "/consents/email-marketing/decision" + query)
        .then()
        .statusCode(200);
  }
}
