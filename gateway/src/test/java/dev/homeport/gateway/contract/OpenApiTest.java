package dev.homeport.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.gateway.testing.GatewayEnvironment;
import dev.homeport.platform.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway still does what its published description promises. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class OpenApiTest {
  private static final List<String> OWN_PATHS =
      List.of(
          "/",
          "/openapi.json",
          "/openapi.yaml",
          "/asyncapi.json",
          "/asyncapi.yaml",
          "/v1/api-keys",
          "/v1/api-keys/{id}/rotations",
          "/v1/customers/{id}/overview",
          "/v1/tenants",
          "/v1/tenants/{id}",
          "/v1/tenants/{id}/credentials",
          "/v1/tenants/{id}/usage",
          "/v1/usage");

  @Test
  void nothingThatIsPublishedIsBroken() {
    assertThat(OpenApiContract.ofThisService().breakingChanges()).isEmpty();
  }

  @Test
  void aBrokenPromiseIsNamed() {
    JsonNode running = OpenApiContract.ofThisService().running();
    ObjectNode broken = running.deepCopy();
    ((ObjectNode) broken.get("paths")).remove("/v1/tenants/{id}/credentials");

    assertThat(new OpenApiContract(running, broken).breakingChanges())
        .containsExactly("post /v1/tenants/{id}/credentials is gone");
  }

  @Test
  void everyOperationSaysWhatItIsAndShowsAnAnswer() {
    JsonNode paths = OpenApiContract.ofThisService().running().get("paths");
    for (String path : OWN_PATHS) {
      JsonNode operation = paths.get(path).elements().next();
      for (String part : List.of("operationId", "summary", "description", "tags")) {
        assertThat(operation.has(part)).as("%s of %s", part, path).isTrue();
      }
      JsonNode answer = operation.get("responses").elements().next();
      JsonNode content = answer.get("content").elements().next();
      assertThat(content.has("examples")).as(path).isTrue();
    }
  }
}
