package dev.homeport.loyalty.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.SandboxClock;
import dev.homeport.loyalty.announcement.ToldMembers;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.journal.Programmes;
import dev.homeport.loyalty.journal.store.LedgerFixture;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    SandboxClock.to(sandbox, EXPIRY.minus(Duration.ofDays(31)));
    assertThat(told(sandbox)).isEmpty();
    SandboxClock.to(sandbox, EXPIRY.minus(Duration.ofDays(29)));
    assertThat(told(sandbox)).containsExactly("30: 120", "30: 7");
    SandboxClock.to(sandbox, EXPIRY.minus(Duration.ofDays(28)));
    assertThat(told(sandbox)).hasSize(2);
    SandboxClock.to(sandbox, EXPIRY.minus(Duration.ofHours(-1)));
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

  private void order(UUID sandbox, int number, UUID buyer, String total) {
    ledger.take(
        sandbox,
        List.of(Facts.order(buyer, new UUID(7, number), 1, YESTERDAY, "paid", total, "0")));
  }
}
