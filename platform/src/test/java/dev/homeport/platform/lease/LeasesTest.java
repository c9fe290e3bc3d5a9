package dev.homeport.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class LeasesTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Inject Leases leases;

  private final UUID merchant = UUID.randomUUID();

  @Test
  void ofManyOneGetsTheLease() {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 20)
              .mapToObj(_ -> callers.submit(() -> leases.tryAcquire(merchant, "one", LONG)))
              .toList();

      assertThat(tries).extracting(t -> t.get()).filteredOn(Optional::isPresent).hasSize(1);
    }
  }

  @Test
  void everyTenantAndTheWholeDeploymentHaveTheirOwn() {
    String name = "own-" + merchant;

    assertThat(leases.tryAcquire(merchant, name, LONG)).isPresent();
    assertThat(leases.tryAcquire(UUID.randomUUID(), name, LONG)).isPresent();
    assertThat(leases.tryAcquire(name, LONG)).isPresent();
    assertThat(leases.tryAcquire(name, LONG)).isEmpty();
  }

  @Test
  void aLeaseThatRanOutGoesToTheNextWithAHigherEpochAndCannotBeRenewed() {
    Lease first = leases.tryAcquire(merchant, "short", SHORT).orElseThrow();

    await().until(() -> leases.tryAcquire(merchant, "short", LONG).isPresent());

    assertThat(leases.renew(first, LONG)).isFalse();
    leases.release(first);
    assertThat(leases.tryAcquire(merchant, "short", LONG)).isEmpty();
  }

  @Test
  void aRenewedLeaseStaysAndAReleasedOneIsFreeAtOnce() {
    Lease first = leases.tryAcquire(merchant, "renewed", LONG).orElseThrow();

    assertThat(leases.renew(first, LONG)).isTrue();
    leases.release(first);

    assertThat(leases.tryAcquire(merchant, "renewed", LONG))
        .hasValueSatisfying(next -> assertThat(next.epoch()).isEqualTo(first.epoch() + 1));
    assertThat(leases.renew(first, LONG)).isFalse();
  }

  @Test
  void aLeaseIsNotPartOfTheCallersTransaction() {
    QuarkusTransaction.begin();
    assertThat(leases.tryAcquire(merchant, "kept", LONG)).isPresent();
    QuarkusTransaction.rollback();

    assertThat(leases.tryAcquire(merchant, "kept", LONG)).isEmpty();
  }
}
