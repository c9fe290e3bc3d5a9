package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.store.RunTable.Run;
import dev.homeport.platform.lease.Lease;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantTurns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes on with looks at all customers, some in each transaction, on one replica. */
@ApplicationScoped
class Runs {
  private static final String LEASE = "segment-runs";

  private final RunTable runs;
  private final SegmentTable segments;
  private final SubjectTable subjects;
  private final MemberTable members;
  private final Subjects derivation;
  private final Settlement settlement;
  private final SegmentLock lock;
  private final Moments moments;
  private final Leases leases;
  private final TenantTurns turns;
  private final CurrentTenant currentTenant;
  private final SegmentConfig config;

  Runs(
      RunTable runs,
      SegmentTable segments,
      SubjectTable subjects,
      MemberTable members,
      Subjects derivation,
      Settlement settlement,
      SegmentLock lock,
      Moments moments,
      Leases leases,
      TenantTurns turns,
      CurrentTenant currentTenant,
      SegmentConfig config) {
    this.runs = runs;
    this.segments = segments;
    this.subjects = subjects;
    this.members = members;
    this.derivation = derivation;
    this.settlement = settlement;
    this.lock = lock;
    this.moments = moments;
    this.leases = leases;
    this.turns = turns;
    this.currentTenant = currentTenant;
    this.config = config;
  }

  @Scheduled(
      every = "{homeport.analytics.segments.go-on-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void goOn() throws SQLException {
    turns.begin(
        LEASE,
        runs.tenants(),
        tenant ->
            leases
                .tryAcquire(tenant, LEASE, config.lease())
                .ifPresent(lease -> goOn(tenant, lease)));
  }

  private void goOn(UUID tenant, Lease lease) {
    try {
      boolean more = true;
      while (more && leases.renew(lease, config.lease())) {
        more =
            currentTenant.call(
                tenant, () -> QuarkusTransaction.requiringNew().call(this::advanceFirst));
      }
    } finally {
      leases.release(lease);
    }
  }

  private boolean advanceFirst() {
    lock.take();
    Optional<Run> run = runs.first();
    run.ifPresent(this::advance);
    return run.isPresent();
  }

  /** Looks at the next customers, in the transaction that holds the lock. */
  void advance(Run run) {
    Moment moment = moments.now();
    List<UUID> customers =
        run.segment().isEmpty()
            ? everything(run, moment)
            : segments.removed(run.segment().get())
                ? emptied(run, run.segment().get(), moment)
                : looked(run, run.segment().get(), moment);
    if (customers.size() < config.step()) {
      runs.end(run);
      run.segment().filter(segments::removed).ifPresent(segments::delete);
    } else {
      runs.reached(run, customers.getLast());
    }
  }

  private List<UUID> everything(Run run, Moment moment) {
    List<UUID> customers = subjects.nextKnown(run.after(), config.step());
    derivation.derive(customers, moment);
    settlement.settle(segments.all(), customers, moment, Reason.CHANGE, run.announce());
    return customers;
  }

  private List<UUID> emptied(Run run, UUID segment, Moment moment) {
    List<UUID> customers = members.next(segment, run.after(), config.step());
    settlement.empty(segment, customers, moment, run.announce());
    return customers;
  }

  private List<UUID> looked(Run run, UUID id, Moment moment) {
    List<UUID> customers = subjects.next(id, run.after(), config.step());
    Segment segment = segments.find(id).orElseThrow();
    settlement.settle(List.of(segment), customers, moment, Reason.EDIT, run.announce());
    return customers;
  }
}
