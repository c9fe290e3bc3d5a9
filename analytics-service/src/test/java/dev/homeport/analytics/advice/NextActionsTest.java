package dev.homeport.analytics.advice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.Orders;
import dev.homeport.analytics.Orders.Order;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class NextActionsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final UUID anna = UUID.randomUUID();
  private final UUID tenant = TestTenants.create();

  @Inject ObjectMapper json;

  @Test
  void whatIsToBeDoneFollowsWhatTheCustomerDoes() {
    Order first = Order.of(anna, days(20), "10");
    Orders.send(tenant, first);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                get("cus_" + anna)
                    .statusCode(200)
                    .body("actions.key", hasItem("second-order"))
                    .body("consents", empty()));
    get("cus_" + anna)
        .body(
            "actions.find { it.key == 'second-order' }.facts.find { it.name == 'orders.count' }"
                + ".value",
            equalTo("1"));

    Orders.send(tenant, Order.of(anna, days(1), "10"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> get("cus_" + anna).body("actions.key", not(hasItem("second-order"))));
  }

  @Test
  void nobodyHasHeardOfSomebodyElse() {
    get("cus_" + UUID.randomUUID()).statusCode(404);
  }

  /** The plays are data; one that is wrong keeps the service from starting. */
  @Test
  void everyPlayIsSound() {
    var plays = new Playbook(json).plays();
    assertThat(plays).hasSizeGreaterThan(8).extracting(Play::key).doesNotHaveDuplicates();
    assertThat(plays).allSatisfy(play -> assertThat(play.when().attributes()).isNotEmpty());
    assertThat(plays.getFirst().key()).isEqualTo("rescue");
  }

  private ValidatableResponse get(String customer) {
    return given()
        .auth()
        .oauth2(TestTokens.token(tenant, "analytics:read"))
        .get("/v1/customers/" + customer + "/next-actions")
        .then();
  }

  private static String days(int ago) {
    return Instant.now().minus(Duration.ofDays(ago)).toString();
  }
}
