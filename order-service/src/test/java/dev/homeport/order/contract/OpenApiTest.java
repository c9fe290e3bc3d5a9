package dev.homeport.order.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.platform.testing.OpenApiContract;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service still does what its published description promises. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode running() throws IOException {
    return JSON.readTree(given().get("/q/openapi?format=json").asString());
  }

  @Test
  void nothingThatIsPublishedIsBroken() {
    assertThat(OpenApiContract.ofThisService().breakingChanges()).isEmpty();
  }

  @Test
  void aBrokenPromiseIsNamed() throws IOException {
    ObjectNode broken = running().deepCopy();
    ((ObjectNode) broken.get("paths")).remove("/v1/orders/batch");
    ((ObjectNode) broken.at("/paths/~1v1~1orders/post/responses")).remove("201");
    ObjectNode document = (ObjectNode) broken.at("/components/schemas/OrderDocument");
    ((ObjectNode) document.get("properties")).remove("attributes");
    ((ObjectNode) document.at("/properties/channel")).put("type", "integer");
    ((ArrayNode) document.get("required")).add("total");

    assertThat(new OpenApiContract(running(), broken).breakingChanges())
        .hasSize(5)
        .anyMatch(change -> change.equals("post /v1/orders/batch is gone"))
        .anyMatch(change -> change.equals("post /v1/orders no longer answers 201"))
        .anyMatch(change -> change.equals("OrderDocument.attributes is gone"))
        .anyMatch(change -> change.startsWith("OrderDocument.channel changed"))
        .anyMatch(change -> change.equals("OrderDocument.total must now be sent"));
  }

  @Test
  void everyOperationSaysWhatItIs() throws IOException {
    List<String> silent = new ArrayList<>();
    running()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          JsonNode node = operation.getValue();
                          if (List.of("get", "put", "post").contains(operation.getKey())
                              && (node.path("operationId").isMissingNode()
                                  || node.path("summary").isMissingNode()
                                  || node.path("description").isMissingNode()
                                  || node.path("tags").isEmpty())) {
                            silent.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(silent).isEmpty();
  }
}
