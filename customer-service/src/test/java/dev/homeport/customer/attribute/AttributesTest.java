package dev.homeport.customer.attribute;

import static dev.homeport.customer.testing.Requests.as;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.customer.testing.Requests;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class AttributesTest {
  private UUID tenant;

  @BeforeEach
  void declare() {
    tenant = TestTenants.create();
    declared("{\"code\": \"note\", \"type\": \"text\"}", 201);
    declared("{\"code\": \"shoeSize\", \"type\": \"number\"}", 201);
    declared("{\"code\": \"vip\", \"type\": \"boolean\"}", 201);
    declared("{\"code\": \"since\", \"type\": \"date\"}", 201);
    declared(AttributeDocument.EXAMPLE, 201);
  }

  @Test
  void valuesAreKeptAndChangedOneByOne() {
    String id =
        Requests.customer(
            tenant,
            """
            {"attributes": {"note": "left-handed", "shoeSize": 42.5, "vip": true,
                            "since": "2024-02-29", "shirtSize": "M"}}""");

    as(tenant)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"attributes\": {\"vip\": false, \"note\": null}}")
        .patch("/v1/customers/" + id)
        .then()
        .statusCode(200)
        .body("attributes.vip", equalTo(false))
        .body("attributes.shoeSize", equalTo(42.5f))
        .body("attributes.since", equalTo("2024-02-29"))
        .body("attributes.size()", equalTo(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"note\": 1; note",
        "\"shoeSize\": \"42\"; shoeSize",
        "\"vip\": \"yes\"; vip",
        "\"since\": \"2023-02-29\"; since",
        "\"shirtSize\": \"XXL\"; shirtSize"
      })
  void anotherTypeIsRefused(String value, String name) {
    as(tenant)
        .body("{\"attributes\": {" + value + "}}")
        .post("/v1/customers")
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid-attribute"))
        .body("errors[0].pointer", equalTo("/attributes/" + name));
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    as(tenant)
        .body("{\"attributes\": {\"hatSize\": 7}}")
        .post("/v1/customers")
        .then()
        .statusCode(422)
        .body("code", equalTo("unknown-attribute"));
    declared("{\"code\": \"vip\", \"type\": \"text\"}", 409);
    declared("{\"code\": \"colour\", \"type\": \"enum\"}", 422);
    as(tenant)
        .get("/v1/customer-attributes?limit=2")
        .then()
        .body("items.code", contains("note", "shirtSize"));
    as(tenant)
        .get("/v1/customers/" + Requests.customer(tenant, "{}"))
        .then()
        .body("attributes", anEmptyMap());
  }

  private void declared(String document, int status) {
    as(tenant).body(document).post("/v1/customer-attributes").then().statusCode(status);
  }
}
