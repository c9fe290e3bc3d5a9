package dev.homeport.loyalty.expiry;

import static dev.homeport.platform.testing.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.loyalty.announcement.ToldMembers;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of points that will expire, as a sandbox's clock goes on. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class ExpiryNoticesTest {
  private static final Instant YESTERDAY =
      Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
  private static final Instant EXPIRY = YESTERDAY.atZone(ZoneOffset.UTC).plusMonths(12).toInstant();

  @Inject LedgerFixture ledger;

  @Test
  void pointsThatWillExpireAreToldThirtySevenAndOneDayAhead() {
    UUID sandbox = TestTenants.create();
    ledger.run(sandbox, Programmes.document("unlimited", Programmes.YEAR));
    order(sandbox, 1, Facts.BUYER, "100");
    order(sandbox, 2, Facts.BUYER, "20");
    order(sandbox, 3, new UUID(5, 5), "7");

    before(sandbox, Duration.ofDays(31));
    assertThat(told(sandbox)).isEmpty();
    before(sandbox, Duration.ofDays(29));
    assertThat(told(sandbox)).containsExactly("30: 120", "30: 7");
    before(sandbox, Duration.ofDays(28));
    assertThat(told(sandbox)).hasSize(2);
    before(sandbox, Duration.ofHours(-1));
    assertThat(told(sandbox))
        .containsExactly("1: 120", "1: 7", "30: 120", "30: 7", "7: 120", "7: 7");
  }

  private static List<String> told(UUID sandbox) {
    return ToldMembers.of(sandbox).expiring().stream()
        .peek(notice -> assertThat(notice.expiresAt()).isEqualTo(EXPIRY))
        .map(notice -> notice.days() + ": " + notice.points())
        .sorted()
        .toList();
  }

  private static void before(UUID sandbox, Duration expiry) {
    TestTenants.clockAhead(sandbox, Duration.between(Instant.now(), EXPIRY.minus(expiry)));
    await().atMost(Duration.ofSeconds(40)).until(() -> settled(sandbox));
  }

  private static boolean settled(UUID tenant) {
    JsonPath state =
        given()
            .auth()
            .oauth2(token(tenant, "admin:read"))
            .get("/v1/loyalty-service/tenant")
            .jsonPath();
    return state.get("settledRevision") instanceof Number revision
        && revision.longValue() == state.getLong("revision");
  }

  private void order(UUID sandbox, int number, UUID buyer, String total) {
    ledger.take(
        sandbox,
        List.of(Facts.order(buyer, new UUID(7, number), 1, YESTERDAY, "paid", total, "0")));
  }
}
