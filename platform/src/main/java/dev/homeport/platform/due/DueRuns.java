package dev.homeport.platform.due;

import dev.homeport.platform.inbox.Backlog;
import dev.homeport.platform.lease.Lease;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.TenantTurns;
import dev.homeport.platform.tenant.Tenants;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Does what has fallen due, tenant by tenant, on one replica at a time. A sandbox whose clock was
 * set is brought up to it within seconds: first the events that were on their way, then everything
 * that falls due up to the new time, in the order of its moments.
 */
@ApplicationScoped
class DueRuns {
  private static final String LEASE = "due-work";
  private static final Duration LEASE_TIME = Duration.ofSeconds(60);

  private final List<DueWork> works;
  private final Tenants tenants;
  private final CurrentTenant currentTenant;
  private final Leases leases;
  private final TenantTurns turns;
  private final Settlements settlements;
  private final Backlog backlog;
  private final Clock clock;

  DueRuns(
      @All List<DueWork> works,
      Tenants tenants,
      CurrentTenant currentTenant,
      Leases leases,
      TenantTurns turns,
      Settlements settlements,
      Backlog backlog,
      Clock clock) {
    this.works = works;
    this.tenants = tenants;
    this.currentTenant = currentTenant;
    this.leases = leases;
    this.turns = turns;
    this.settlements = settlements;
    this.backlog = backlog;
    this.clock = clock;
  }

  /** Sandboxes whose clock was set since they were last brought up to it. */
  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void settleSandboxes() {
    begin(
        settlements.open().stream()
            .filter(sandbox -> backlog.taken(sandbox.id(), sandbox.revision())));
  }

  /** Everybody else, as the days go by. */
  @Scheduled(every = "60s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void runAll() {
    if (!works.isEmpty()) {
      begin(tenants.all().stream());
    }
  }

  private void begin(Stream<TenantSettings> some) {
    turns.begin(
        LEASE,
        some.map(TenantSettings::id).toList(),
        id -> tenants.find(id).ifPresent(this::alone));
  }

  private void alone(TenantSettings settings) {
    leases
        .tryAcquire(settings.id(), LEASE, LEASE_TIME)
        .ifPresent(
            lease -> {
              try {
                currentTenant.run(settings.id(), () -> run(settings, lease));
              } finally {
                leases.release(lease);
              }
            });
  }

  private void run(TenantSettings settings, Lease lease) {
    Instant until = clock.instant();
    Optional<Due> first = first(until);
    while (first.isPresent()) {
      Due due = first.get();
      transaction(
          () -> {
            due.work().run(due.horizon());
            return true;
          });
      if (!leases.renew(lease, LEASE_TIME)) {
        return;
      }
      first = first(until);
    }
    if (settings.clockAhead().isPositive()) {
      settlements.settle(settings, until);
    }
  }

  /** The work with the earliest moment, which may go on until another one has an earlier one. */
  private Optional<Due> first(Instant until) {
    List<Due> due =
        works.stream()
            .flatMap(
                work -> transaction(() -> work.next(until)).map(at -> new Due(work, at)).stream())
            .sorted(Comparator.comparing(Due::horizon))
            .toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Instant horizon = due.size() == 1 ? until : due.get(1).horizon();
    return Optional.of(new Due(due.getFirst().work(), horizon));
  }

  private static <T> T transaction(Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  private record Due(DueWork work, Instant horizon) {}
}
