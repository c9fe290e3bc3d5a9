package dev.homeport.loyalty.contract;

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
  private static final List<String> OWN_PATHS =
      List.of(
          "/v1/members",
          "/v1/members/{customerId}",
          "/v1/members/{customerId}/tier",
          "/v1/members/{customerId}/entries",
          "/v1/members/{customerId}/lots",
          "/v1/orders/{orderId}/rating",
          "/v1/activities",
          "/v1/activities/{activityId}",
          "/v1/activities/{activityId}/withdrawal",
          "/v1/members/{customerId}/redemptions",
          "/v1/members/{customerId}/vouchers",
          "/v1/holds",
          "/v1/holds/{holdId}",
          "/v1/holds/{holdId}/capture",
          "/v1/holds/{holdId}/release",
          "/v1/redemptions",
          "/v1/redemptions/{redemptionId}",
          "/v1/redemptions/{redemptionId}/return",
          "/v1/rewards",
          "/v1/rewards/{rewardId}",
          "/v1/rewards/{rewardId}/withdrawal",
          "/v1/rewards/{rewardId}/vouchers",
          "/v1/vouchers/{voucherId}",
          "/v1/vouchers/{voucherId}/void",
          "/v1/vouchers/validation",
          "/v1/vouchers/redemption",
          "/v1/programmes",
          "/v1/programmes/{programmeId}",
          "/v1/programmes/{programmeId}/versions",
          "/v1/programmes/{programmeId}/versions/{number}",
          "/v1/programmes/{programmeId}/versions/{number}/review",
          "/v1/programmes/{programmeId}/versions/{number}/approval",
          "/v1/programmes/{programmeId}/versions/{number}/withdrawal",
          "/v1/programmes/{programmeId}/dry-runs",
          "/v1/programmes/{programmeId}/backtests",
          "/v1/programmes/{programmeId}/backtests/{backtestId}",
          "/v1/liability",
          "/v1/loyalty-service/admin/replay",
          "/v1/loyalty-service/admin/republish");

  @Test
  void nothingThatIsPublishedIsBroken() {
    assertThat(OpenApiContract.ofThisService().breakingChanges()).isEmpty();
  }

  @Test
  void aBrokenPromiseIsNamed() {
    JsonNode running = OpenApiContract.ofThisService().running();
    ObjectNode broken = running.deepCopy();
    ((ObjectNode) broken.get("paths")).remove("/v1/members/{customerId}/lots");
    ((ObjectNode) broken.at("/components/schemas/Lot/properties")).remove("remaining");

    assertThat(new OpenApiContract(running, broken).breakingChanges())
        .containsExactlyInAnyOrder(
            "get /v1/members/{customerId}/lots is gone", "Lot.remaining is gone");
  }

  @Test
  void everyOperationSaysWhatItIsAndShowsAnAnswer() {
    JsonNode paths = OpenApiContract.ofThisService().running().get("paths");
    for (String path : OWN_PATHS) {
      JsonNode operation = paths.get(path).elements().next();
      for (String part : List.of("operationId", "summary", "description", "tags", "security")) {
        assertThat(operation.has(part)).as("%s of %s", part, path).isTrue();
      }
      JsonNode answer = operation.get("responses").elements().next();
      JsonNode content = answer.get("content").elements().next();
      assertThat(content.has("schema")).as(path).isTrue();
      assertThat(content.path("examples").elements().hasNext()).as(path).isTrue();
    }
  }
}
