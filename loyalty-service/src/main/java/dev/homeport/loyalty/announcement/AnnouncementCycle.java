package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.journal.store.ChangeCause;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.lease.Lease;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantTurns;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells of the members whom something has moved, on one replica at a time for each tenant. */
@ApplicationScoped
class AnnouncementCycle {
  private static final String LEASE = "announcements";

  private static final String WAITING =
      """
      select tenant_id, extract(epoch from clock_timestamp() - min(changed_at))
      from member_change group by tenant_id""";

  private final ChangeTable changes;
  private final Announcer announcer;
  private final RunningProgrammes programmes;
  private final Leases leases;
  private final TenantTurns turns;
  private final CurrentTenant currentTenant;
  private final AgroalDataSource worker;
  private final AnnouncementConfig config;
  private final Clock clock;
  private volatile double oldestSeconds;

  AnnouncementCycle(
      ChangeTable changes,
      Announcer announcer,
      RunningProgrammes programmes,
      Leases leases,
      TenantTurns turns,
      CurrentTenant currentTenant,
      @DataSource("worker") AgroalDataSource worker,
      AnnouncementConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.changes = changes;
    this.announcer = announcer;
    this.programmes = programmes;
    this.leases = leases;
    this.turns = turns;
    this.currentTenant = currentTenant;
    this.worker = worker;
    this.config = config;
    this.clock = clock;
    Gauge.builder("homeport_loyalty_oldest_change_seconds", () -> oldestSeconds)
        .description(
            "Age of the oldest change of a member that nobody was told of when last looked")
        .register(metrics);
  }

  @Scheduled(
      every = "{homeport.loyalty.announcements.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tellAll() throws SQLException {
    List<Waiting> waiting = waiting();
    oldestSeconds = waiting.stream().mapToDouble(Waiting::seconds).max().orElse(0);
    turns.begin(LEASE, waiting.stream().map(Waiting::tenant).toList(), this::tell);
  }

  private void tell(UUID tenant) {
    leases
        .tryAcquire(tenant, LEASE, config.lease())
        .ifPresent(
            lease -> {
              try {
                currentTenant.run(tenant, () -> tellOfAll(lease));
              } finally {
                leases.release(lease);
              }
            });
  }

  private void tellOfAll(Lease lease) {
    boolean more = true;
    while (more) {
      more =
          QuarkusTransaction.requiringNew().call(this::tellOfSome)
              && leases.renew(lease, config.lease());
    }
  }

  /** The changes are taken first, so what is read afterwards holds every one of them. */
  private boolean tellOfSome() {
    announcer.lock();
    Map<UUID, Set<ChangeCause>> customers = changes.take();
    Instant now = clock.instant();
    var looks = new ArrayList<Look>();
    for (Versions programme : programmes.all()) {
      customers.forEach(
          (customer, causes) -> looks.add(new Look(customer, programme, now, causes)));
    }
    announcer.tell(looks);
    return !customers.isEmpty();
  }

  private List<Waiting> waiting() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(WAITING)) {
      var waiting = new ArrayList<Waiting>();
      while (rows.next()) {
        waiting.add(new Waiting(rows.getObject(1, UUID.class), rows.getDouble(2)));
      }
      return waiting;
    }
  }

  /** A tenant with changes that nobody was told of, and how old the first of them is. */
  private record Waiting(UUID tenant, double seconds) {}
}
