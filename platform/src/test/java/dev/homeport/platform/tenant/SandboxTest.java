package dev.homeport.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.time.Revision;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class SandboxTest {
  @Inject Clock clock;
  @Inject CurrentTenant tenant;
  @Inject AgroalDataSource database;
  @Inject SandboxEpoch epochs;

  @Test
  void theClockRunsAheadForItsTenantAloneAndRevisionsDoNot() {
    UUID sandbox = TestTenants.create();
    UUID other = TestTenants.create();
    TestTenants.clockAhead(sandbox, Duration.ofDays(400));

    Instant there = tenant.call(sandbox, clock::instant);
    Instant elsewhere = tenant.call(other, clock::instant);

    assertThat(there)
        .isCloseTo(Instant.now().plus(400, ChronoUnit.DAYS), within(10, ChronoUnit.SECONDS));
    assertThat(elsewhere).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    long revision = tenant.call(sandbox, () -> Revision.next(Revision.NONE, clock));
    assertThat(Instant.EPOCH.plus(revision, ChronoUnit.MICROS))
        .isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
  }

  @Test
  void aResetTakesWhatTheTenantHasAndNothingOfAnother() {
    UUID sandbox = TestTenants.create();
    UUID other = TestTenants.create();
    remember(sandbox);
    remember(other);

    TestTenants.empty(sandbox);

    assertThat(remembered(sandbox)).isZero();
    assertThat(remembered(other)).isOne();
  }

  @Test
  void eventsCarryHowOftenTheirTenantWasEmptied() {
    UUID sandbox = TestTenants.create();
    TestTenants.empty(sandbox);
    TestTenants.empty(sandbox);

    assertThat(inTransaction(sandbox, epochs::current)).isEqualTo(2);
    assertThat(inTransaction(TestTenants.create(), epochs::current)).isZero();
  }

  @Test
  void aResetWaitsForTheTransactionsUnderWayAndTakesWhatTheyLeave() throws InterruptedException {
    UUID sandbox = TestTenants.create();
    var written = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () ->
                    inTransaction(
                        sandbox,
                        () -> {
                          insert(sandbox);
                          written.countDown();
                          return go.await(20, TimeUnit.SECONDS);
                        }));
    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

    Thread reset = Thread.ofVirtual().start(() -> TestTenants.empty(sandbox));
    await().until(this::somebodyWaitsForALock);
    go.countDown();
    writer.join();
    reset.join();

    assertThat(remembered(sandbox)).isZero();
  }

  @Test
  void aResetThatComesAsAnEventDoesNotWaitForItself() {
    UUID sandbox = TestTenants.create();
    remember(sandbox);

    TestEvents.send(
        "homeport.tenant.v1",
        new TestEvents.Sent(
            sandbox.toString(),
            "dev.homeport.gateway.tenant-configured.v1",
            sandbox,
            """
            {"tenantId": "%s", "slug": "s", "name": "S", "reportingCurrency": "EUR",
             "timeZone": "Europe/Berlin", "markets": [], "sandbox": true, "plan": "standard",
             "clockAheadMicros": 0, "epoch": 1, "revision": 5}"""
                .formatted(sandbox)));

    await().atMost(Duration.ofSeconds(30)).until(() -> remembered(sandbox) == 0);
    assertThat(inTransaction(sandbox, epochs::current)).isEqualTo(1);
  }

  private void remember(UUID owner) {
    inTransaction(owner, () -> insert(owner));
  }

  private int insert(UUID owner) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "insert into inbox (tenant_id, consumer, event_id) values (?, 'x', ?)")) {
      statement.setObject(1, owner);
      statement.setObject(2, UUID.randomUUID());
      return statement.executeUpdate();
    }
  }

  private int remembered(UUID owner) {
    return inTransaction(owner, () -> count("select count(*) from inbox"));
  }

  private boolean somebodyWaitsForALock() throws SQLException {
    return count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0;
  }

  private int count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private <T> T inTransaction(UUID owner, java.util.concurrent.Callable<T> work) {
    return tenant.call(owner, () -> QuarkusTransaction.requiringNew().call(work));
  }
}
