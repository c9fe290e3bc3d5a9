package dev.homeport.customer.profile.rest;

import static dev.homeport.customer.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerBatchTest {
  private static final String MIXED =
      """
      {"items": [{"name": {"full": "Anna"}}, {"emails": [{"address": "no"}]}, {"nonsense": 1},
                 {"country": "QQQ"}, {"country": "DE"}]}""";

  private final UUID tenant = TestTenants.create();

  @Test
  void eachItemIsForItself() {
    as(tenant)
        .body(MIXED)
        .post("/v1/customers/batch")
        .then()
        .statusCode(207)
        .body("items.status", contains(201, 422, 422, 422, 201))
        .body("items.index", contains(0, 1, 2, 3, 4))
        .body("items[0].id", startsWith("cus_"))
        .body("items[1].problem.code", equalTo("invalid-email"))
        .body("items[4].problem", nullValue());

    as(tenant).get("/v1/customers").then().body("items", hasSize(2));
  }

  @Test
  void allOrNothing() {
    as(tenant)
        .body(MIXED)
        .post("/v1/customers/batch?atomic=true")
        .then()
        .statusCode(207)
        .body("items.status", contains(424, 422, 422, 422, 424))
        .body("items[0].problem.code", equalTo("batch-not-applied"));

    as(tenant).get("/v1/customers").then().body("items", hasSize(0));
  }
}
