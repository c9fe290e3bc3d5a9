package dev.homeport.platform.tenant;

import static dev.homeport.platform.testing.TestTokens.token;
import static dev.homeport.platform.testing.TestTokens.tokenWithoutTenant;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class KnownTenantTest {
  private static final String PATH = "/v1/platform-service/admin/dead-letters";

  @Test
  void aTenantThatTheServiceHasNotHeardOfIsRefused() {
    given()
        .auth()
        .oauth2(token(UUID.randomUUID(), "admin:read"))
        .get(PATH)
        .then()
        .statusCode(403)
        .body("code", equalTo("tenant-unknown"));
  }

  @Test
  void aTokenWithoutATenantIsRefused() {
    given()
        .auth()
        .oauth2(tokenWithoutTenant("admin:read"))
        .get(PATH)
        .then()
        .statusCode(403)
        .body("code", equalTo("tenant-required"));
  }
}
