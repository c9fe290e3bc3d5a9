package dev.homeport.customer.republish;

import static dev.homeport.customer.testing.Requests.as;
import static dev.homeport.customer.testing.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.customer.testing.Buyers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class RepublishingTest {
  private static final String PATH = "/v1/customer-service/admin/republish";

  @Test
  void everythingIsPublishedOnceMoreAtItsPresentRevision() {
    UUID tenant = TestTenants.create();
    String known = customer(tenant, "{\"country\": \"DE\"}").substring(4);
    String bought = Buyers.arrives(tenant, "shop-de", "b-1", "{\"country\": \"FR\"}").substring(4);
    Sent first = events("homeport.identity.v1", known, 1).getFirst();

    String job =
        as(tenant)
            .post(PATH)
            .then()
            .statusCode(202)
            .header("Location", containsString("/v1/customer-service/jobs/job_"))
            .extract()
            .path("id");

    Buyers.await(
        () ->
            as(tenant)
                .get("/v1/customer-service/jobs/" + job)
                .then()
                .body("status", equalTo("succeeded"))
                .body("total", equalTo(4))
                .body("succeeded", equalTo(4)));
    assertThat(events("homeport.identity.v1", known, 2).getLast().data()).isEqualTo(first.data());
    assertThat(events("homeport.identity.v1", bought, 2)).hasSize(2);
    assertThat(events("homeport.customer.v1", known, 2)).hasSize(2);
    assertThat(events("homeport.customer.v1", bought, 2)).hasSize(2);
  }

  @Test
  void onlyAnAdministratorMayAskForIt() {
    as(TestTenants.create(), "customers:write").post(PATH).then().statusCode(403);
  }

  private static java.util.List<Sent> events(String topic, String key, int count) {
    return TestEvents.receive(topic, count, event -> event.key().equals(key));
  }
}
