package dev.homeport.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.platform.testing.OpenApiContract;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service still does what its published description promises. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OpenApiTest {

  @Test
  void nothing_that_is_published_is_broken() {
    assertThat(OpenApiContract.ofThisService().breakingChanges()).isEmpty();
  }

  @Test
  void a_broken_promise_is_named() {
    JsonNode running = OpenApiContract.ofThisService().running();
    ObjectNode broken = running.deepCopy();
    ((ObjectNode) broken.get("paths")).remove("/v1/rfm/grid");
    ((ObjectNode) broken.at("/paths/~1v1~1rfm~1cut-points/get/responses")).remove("200");
    ObjectNode scores = (ObjectNode) broken.at("/components/schemas/RfmScores/properties");
    scores.remove("fm");
    ((ObjectNode) scores.get("r")).put("type", "string");

    List<String> changes = new OpenApiContract(running, broken).breakingChanges();

    assertThat(changes)
        .hasSize(4)
        .contains("get /v1/rfm/grid is gone", "get /v1/rfm/cut-points no longer answers 200")
        .contains("RfmScores.fm is gone")
        .anyMatch(change -> change.startsWith("RfmScores.r changed"));
  }

  @Test
  void every_operation_says_what_it_is_and_shows_an_answer() {
    JsonNode paths = OpenApiContract.ofThisService().running().get("paths");
    for (String path :
        List.of(
            "/v1/customers/{customerId}/rfm",
            "/v1/rfm/grid",
            "/v1/rfm/cut-points",
            "/v1/rfm/migrations",
            "/v1/rfm/scorings",
            "/v1/rfm/scorings/{key}",
            "/v1/rfm/grids",
            "/v1/rfm/grids/{key}",
            "/v1/cohorts",
            "/v1/repeat-purchases",
            "/v1/sales-summary",
            "/v1/acquisition",
            "/v1/acquisition/revenue",
            "/v1/attribution-rules",
            "/v1/marketing-spend",
            "/v1/products/{sku}/affinities",
            "/v1/product-affinities",
            "/v1/customers/{customerId}/next-products",
            "/v1/price-observations",
            "/v1/price-position",
            "/v1/customers/{customerId}/value",
            "/v1/value/summary",
            "/v1/value-models/comparison",
            "/v1/value-models/{id}/activation",
            "/v1/reports/customer-base",
            "/v1/analytics-service/admin/rebuild")) {
      JsonNode operation = paths.get(path).elements().next();
      for (String part : List.of("operationId", "summary", "description", "tags", "security")) {
        assertThat(operation.has(part)).as("%s of %s", part, path).isTrue();
      }
      JsonNode answer = operation.get("responses").elements().next();
      JsonNode content = answer.get("content").elements().next();
      assertThat(content.get("examples").size()).as(path).isPositive();
    }
  }
}
