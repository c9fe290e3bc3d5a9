package dev.homeport.platform.due;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class DueRunsTest {
  @Inject LetterReminders letters;
  @Inject CallReminders calls;

  @Test
  void aSandboxWhoseClockIsSetDoesAllThatFallsDueInTheOrderOfItsMoments() {
    UUID sandbox = TestTenants.create();
    letters.add(sandbox, in(10), "1");
    calls.add(sandbox, in(20), "2");
    letters.add(sandbox, in(30), "3");
    letters.add(sandbox, in(40), "4");
    calls.add(sandbox, in(500), "never");

    TestTenants.clockAhead(sandbox, Duration.ofDays(400));
    await().atMost(Duration.ofSeconds(40)).until(() -> settled(sandbox));

    assertThat(Reminders.DONE.get(sandbox))
        .containsExactly("letter 1", "call 2", "letter 3", "letter 4");
    assertThat(Instant.parse(state(sandbox).getString("settledUntil"))).isAfter(in(399));
  }

  @Test
  void aSandboxWithItsOwnTimeLeavesOthersAlone() {
    UUID sandbox = TestTenants.create();
    UUID other = TestTenants.create();
    letters.add(other, in(10), "1");

    TestTenants.clockAhead(sandbox, Duration.ofDays(400));
    await().atMost(Duration.ofSeconds(40)).until(() -> settled(sandbox));

    assertThat(Reminders.DONE).doesNotContainKey(other);
  }

  private static boolean settled(UUID tenant) {
    JsonPath state = state(tenant);
    return state.get("settledRevision") instanceof Number revision
        && revision.longValue() == state.getLong("revision");
  }

  private static JsonPath state(UUID tenant) {
    return given()
        .auth()
        .oauth2(token(tenant, "admin:read"))
        .get("/v1/platform-service/tenant")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Instant in(int days) {
    return Instant.now().plus(days, ChronoUnit.DAYS);
  }
}
