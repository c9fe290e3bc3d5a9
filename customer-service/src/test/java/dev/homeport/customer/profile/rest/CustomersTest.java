package dev.homeport.customer.profile.rest;

import static dev.homeport.customer.testing.Requests.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomersTest {
  private static final String AENNE =
      """
      {
        "name": {"given": "Änne", "family": "Müller"},
        "emails": [{"address": "Aenne@Example.COM", "verified": true}],
        "phones": [{"number": "030 901820"}],
        "addresses": [{"line1": "Hauptstraße 1", "city": "Berlin", "country": "DE"}],
        "country": "DE", "language": "de-at", "timeZone": "Europe/Vienna",
        "birthday": {"month": 2, "day": 29}, "tags": ["b", "a", "b"]
      }""";

  private UUID tenant;

  @BeforeEach
  void newTenant() {
    tenant = TestTenants.create();
  }

  @Test
  void aNewCustomerIsShownInCanonicalForm() {
    as(tenant)
        .body(AENNE)
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .header("Location", matchesPattern(".*/v1/customers/cus_[0-9a-f-]{36}"))
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("cus_[0-9a-f-]{36}"))
        .body("displayName", equalTo("Änne Müller"))
        .body("anonymous", equalTo(false))
        .body("emails[0].address", equalTo("aenne@example.com"))
        .body("emails[0].source", equalTo("api"))
        .body("phones[0].number", equalTo("+4930901820"))
        .body("language", equalTo("de-AT"))
        .body("tags", contains("a", "b"))
        .body("birthday.year", nullValue());
  }

  @Test
  void aCustomerIsReadWithItsVersion() {
    String id = Requests.customer(tenant, AENNE);

    as(tenant).get("/v1/customers/" + id).then().statusCode(200).header("ETag", "\"1\"");
    as(tenant).header("If-None-Match", "\"1\"").get("/v1/customers/" + id).then().statusCode(304);
  }

  @Test
  void anEmptyDocumentMakesAnAnonymousCustomer() {
    as(tenant)
        .body("{}")
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .body("anonymous", equalTo(true))
        .body("displayName", matchesPattern("customer [0-9a-f]{4}"))
        .body("name", nullValue())
        .body("emails", empty());
  }

  @Test
  void aPatchChangesOnlyWhatItNames() {
    String id = Requests.customer(tenant, AENNE);

    patch(id, 1, "{\"tags\": [\"vip\"], \"birthday\": null, \"name\": {\"given\": \"Anne\"}}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("tags", contains("vip"))
        .body("birthday", nullValue())
        .body("name.given", equalTo("Anne"))
        .body("name.family", equalTo("Müller"))
        .body("emails[0].verified", equalTo(true))
        .body("phones", hasSize(1))
        .body("country", equalTo("DE"));
  }

  @Test
  void aPatchThatChangesNothingMakesNoVersion() {
    String id = Requests.customer(tenant, AENNE);

    patch(id, 1, "{\"country\": \"DE\", \"tags\": [\"b\", \"a\"]}")
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void aPatchedListReplacesTheWholeList() {
    String id = Requests.customer(tenant, AENNE);

    patch(id, 1, "{\"emails\": [{\"address\": \"new@example.com\"}], \"phones\": null}")
        .statusCode(200)
        .body("emails.address", contains("new@example.com"))
        .body("phones", empty());

    as(tenant).get("/v1/customers?email=aenne@example.com").then().body("items", empty());
    as(tenant).get("/v1/customers?email=new@example.com").then().body("items.id", contains(id));
  }

  @Test
  void aPatchNamesTheVersionItChanges() {
    String id = Requests.customer(tenant, AENNE);
    patch(id, 1, "{\"country\": \"AT\"}").statusCode(200);

    patch(id, 1, "{\"country\": \"CH\"}")
        .statusCode(412)
        .body("code", equalTo("precondition-failed"));
    as(tenant)
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch("/v1/customers/" + id)
        .then()
        .statusCode(428);
  }

  @Test
  void aRepeatedRequestWithAKeyMakesOneCustomer() {
    var first = as(tenant).header("Idempotency-Key", "k1").body(AENNE).post("/v1/customers");
    var second = as(tenant).header("Idempotency-Key", "k1").body(AENNE).post("/v1/customers");

    second
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .header("ETag", first.header("ETag"))
        .body("id", equalTo(first.<String>path("id")));
    as(tenant).get("/v1/customers").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'emails':[{'address':'nobody'}]} | invalid-email | /emails/0/address",
        "{'country':'DE','phones':[{'number':'12'}]} | invalid-phone | /phones/0/number",
        "{'phones':[{'number':'030 901820'}]} | invalid-phone | /phones/0/number",
        "{'country':'YY'} | unknown-country | /country",
        "{'country':'de'} | unknown-country | /country",
        "{'addresses':[{'country':'DE'},{'line1':'x','country':'00'}]} | invalid-address | /addresses/0",
        "{'addresses':[{'line1':'x','country':'00'}]} | unknown-country | /addresses/0/country",
        "{'language':'not a language'} | invalid-language | /language",
        "{'timeZone':'Europe/Atlantis'} | unknown-time-zone | /timeZone",
        "{'birthday':{'month':2,'day':30}} | invalid-birthday | /birthday",
        "{'birthday':{'month':2,'day':29,'year':2023}} | invalid-birthday | /birthday",
        "{'birthday':{'month':1,'day':1,'year':9999}} | invalid-birthday | /birthday",
        "{'name':{'full':'--'}} | invalid-name | /name",
        "{'name':{'full':'a\\u0000b'}} | validation-failed | /name/full",
        "{'tags':['']} | validation-failed | /tags/0",
        "{'nickname':'x'} | unknown-field | /nickname",
        "{'emails':[null]} | validation-failed | /emails/0",
        "{'birthday':{'month':13,'day':1}} | validation-failed | /birthday/month"
      })
  void aWrongValueIsRefusedWithItsPlace(String body, String code, String pointer) {
    as(tenant)
        .body(body.replace('\'', '"'))
        .post("/v1/customers")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors[0].pointer", equalTo(pointer));
    as(tenant).get("/v1/customers").then().body("items", empty());
  }

  @Test
  void aPatchIsCheckedLikeADocument() {
    String id = Requests.customer(tenant, AENNE);

    patch(id, 1, "{\"timeZone\": \"Mars/Base\"}")
        .statusCode(422)
        .body("code", equalTo("unknown-time-zone"));
    patch(id, 1, "{\"id\": \"cus_1\"}").statusCode(422).body("code", equalTo("unknown-field"));
  }

  @Test
  void nobodySeesAnotherTenantsCustomer() {
    String id = Requests.customer(tenant, AENNE);
    UUID other = TestTenants.create();

    as(other).get("/v1/customers/" + id).then().statusCode(404);
    as(other).get("/v1/customers/" + id + "/identities").then().statusCode(404);
    as(other).get("/v1/customers?email=aenne@example.com").then().body("items", empty());
    as(other)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"country\": \"FR\"}")
        .patch("/v1/customers/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void eachOperationNeedsItsScope() {
    String id = Requests.customer(tenant, AENNE);

    as(tenant, "customers:read").body("{}").post("/v1/customers").then().statusCode(403);
    as(tenant, "customers:write").get("/v1/customers/" + id).then().statusCode(403);
    as(tenant, "orders:read").get("/v1/customers").then().statusCode(403);
    given().get("/v1/customers").then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }

  @Test
  void aWriteIsAuditedWithoutPersonalData() {
    String id = Requests.customer(tenant, AENNE);
    patch(id, 1, "{\"tags\": [\"vip\"], \"emails\": null}").statusCode(200);

    as(tenant)
        .get("/v1/customer-service/audit-entries?resourceId=" + id)
        .then()
        .statusCode(200)
        .body("items.action", contains("customer.change", "customer.create"))
        .body("items[0].after.changed", contains("emails"))
        .body("items[0].after.tags", contains("vip"))
        .body("items.toString()", not(containsString("example.com")));
  }

  @Test
  void othersHearOfACustomerWithoutPersonalData() {
    String id = Requests.customer(tenant, AENNE);
    String key = id.substring("cus_".length());

    var changed =
        TestEvents.receive("homeport.customer.v1", 1, e -> e.key().equals(key)).getFirst();
    assertThatJson(changed.data())
        .containsEntry("customerId", key)
        .containsEntry("country", "DE")
        .containsEntry("language", "de-AT")
        .containsEntry("status", "active")
        .containsKey("revision")
        .doesNotContainKeys("name", "emails", "timeZone");
    var mapped = TestEvents.receive("homeport.identity.v1", 1, e -> e.key().equals(key)).getFirst();
    assertThatJson(mapped.data()).containsEntry("customerId", key).containsEntry("epoch", "1");
  }

  @Test
  void othersHearNothingOfAChangedName() {
    String id = Requests.customer(tenant, AENNE);
    patch(id, 1, "{\"name\": {\"full\": \"Anne Mueller\"}}").statusCode(200);
    patch(id, 2, "{\"country\": \"AT\"}").statusCode(200);
    String key = id.substring("cus_".length());

    var heard = new ArrayList<TestEvents.Sent>();
    TestEvents.receive(
        "homeport.customer.v1",
        1,
        event -> {
          if (event.key().equals(key)) {
            heard.add(event);
          }
          return event.key().equals(key) && event.data().contains("\"country\":\"AT\"");
        });

    assertThat(heard).hasSizeBetween(1, 2);
    assertThat(heard.getLast().data()).contains("AT");
  }

  @Test
  void theExamplesOfTheApiDocumentWork() {
    String id = Requests.customer(tenant, CustomerExamples.NEW);

    patch(id, 1, CustomerExamples.PATCH)
        .statusCode(200)
        .body("tags", contains("newsletter", "wholesale"));
  }

  private ValidatableResponse patch(String id, int version, String body) {
    return as(tenant)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/v1/customers/" + id)
        .then();
  }

  private static MapAssert<String, Object> assertThatJson(String json) {
    var fields = new LinkedHashMap<String, Object>();
    EventJson.tree(json)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    return assertThat(fields);
  }
}
