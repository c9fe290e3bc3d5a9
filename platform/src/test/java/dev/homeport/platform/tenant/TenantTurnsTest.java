package dev.homeport.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tenants do not wait for each other, and each of them is worked for once at a time. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class TenantTurnsTest {
  private final UUID slow = UUID.randomUUID();
  private final UUID quick = UUID.randomUUID();
  private final Map<UUID, AtomicInteger> done = new ConcurrentHashMap<>();

  @Inject TenantTurns turns;

  @Test
  void whoeverHasMuchToDoHoldsUpNobodyElse() {
    var release = new CountDownLatch(1);
    String work = UUID.randomUUID().toString();
    for (int round = 1; round <= 3; round++) {
      int expected = round;
      turns.begin(
          work,
          List.of(slow, quick),
          tenant -> {
            if (tenant.equals(slow)) {
              hold(release);
            }
            count(tenant);
          });
      await().until(() -> times(quick) == expected);
      assertThat(times(slow)).isZero();
    }

    release.countDown();
    await().until(() -> times(slow) == 1);
    assertThat(times(slow)).as("a turn that was under way is not begun again").isEqualTo(1);
  }

  @Test
  void whatFailsIsBegunAgainInTheNextRound() {
    String work = UUID.randomUUID().toString();
    turns.begin(work, List.of(quick), this::fail);
    await().until(() -> times(quick) == 1);

    await()
        .until(
            () -> {
              turns.begin(work, List.of(quick), this::count);
              return times(quick) > 1;
            });
  }

  private void fail(UUID tenant) {
    count(tenant);
    throw new IllegalStateException("on purpose");
  }

  private void count(UUID tenant) {
    done.computeIfAbsent(tenant, _ -> new AtomicInteger()).incrementAndGet();
  }

  private int times(UUID tenant) {
    return done.getOrDefault(tenant, new AtomicInteger()).get();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
