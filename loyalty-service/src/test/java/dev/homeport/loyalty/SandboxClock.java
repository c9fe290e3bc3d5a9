package dev.homeport.loyalty;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Sets the clock of a sandbox and waits until everything that falls due by then is done. */
public final class SandboxClock {
  private static final Duration SOON = Duration.ofSeconds(40);

  private SandboxClock() {}

  public static void ahead(UUID sandbox, Duration ahead) {
    TestTenants.clockAhead(sandbox, ahead);
    await().atMost(SOON).until(() -> settled(sandbox));
  }

  public static void to(UUID sandbox, Instant moment) {
    ahead(sandbox, Duration.between(Instant.now(), moment));
  }

  private static boolean settled(UUID sandbox) {
    JsonPath state =
        given()
            .auth()
            .oauth2(TestTokens.token(sandbox, "admin:read"))
            .get("/v1/loyalty-service/tenant")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return state.get("settledRevision") instanceof Number revision
        && revision.longValue() == state.getLong("revision");
  }
}
