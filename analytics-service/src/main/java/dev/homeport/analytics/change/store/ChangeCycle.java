package dev.homeport.analytics.change.store;

import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import dev.homeport.platform.lease.Lease;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantTurns;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Hands the changes of tenants to everyone who follows them, on one replica at a time. */
@ApplicationScoped
class ChangeCycle {
  private static final String LEASE = "customer-changes";

  private final List<Follower> followers;
  private final ChangeTable changes;
  private final Leases leases;
  private final TenantTurns turns;
  private final CurrentTenant currentTenant;
  private final AgroalDataSource worker;
  private final ChangeConfig config;
  private final Map<UUID, Lease> held = new ConcurrentHashMap<>();
  private volatile double oldestSeconds;

  ChangeCycle(
      @All List<Follower> followers,
      ChangeTable changes,
      Leases leases,
      TenantTurns turns,
      CurrentTenant currentTenant,
      @DataSource("worker") AgroalDataSource worker,
      ChangeConfig config,
      MeterRegistry metrics) {
    this.followers = followers.stream().sorted(Comparator.comparingInt(Follower::order)).toList();
    this.changes = changes;
    this.leases = leases;
    this.turns = turns;
    this.currentTenant = currentTenant;
    this.worker = worker;
    this.config = config;
    Gauge.builder("homeport_analytics_oldest_change_seconds", () -> oldestSeconds)
        .description("Age of the oldest change that nobody had followed when last looked")
        .register(metrics);
  }

  @Scheduled(
      every = "{homeport.analytics.changes.follow-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void followAll() throws SQLException {
    List<Waiting> waiting = waiting();
    oldestSeconds = waiting.stream().mapToDouble(Waiting::seconds).max().orElse(0);
    turns.begin("changes", waiting.stream().map(Waiting::tenant).toList(), this::follow);
  }

  void follow(UUID tenant) {
    if (holds(tenant)) {
      currentTenant.run(tenant, () -> QuarkusTransaction.requiringNew().run(this::follow));
    }
  }

  /**
   * Who has followed a tenant goes on doing so, because followers remember its customers; another
   * replica takes over when it stops.
   */
  private boolean holds(UUID tenant) {
    Lease lease = held.get(tenant);
    if (lease != null && leases.renew(lease, config.lease())) {
      return true;
    }
    held.remove(tenant);
    Optional<Lease> acquired = leases.tryAcquire(tenant, LEASE, config.lease());
    acquired.ifPresent(mine -> held.put(tenant, mine));
    return acquired.isPresent();
  }

  void stop(@Observes ShutdownEvent event) {
    held.values().forEach(leases::release);
    held.clear();
  }

  /** The changes are read first, so what the followers read afterwards holds every one of them. */
  private void follow() {
    changes.lock();
    List<Change> visible = changes.visible();
    if (!visible.isEmpty()) {
      followers.forEach(follower -> follower.follow(visible));
      changes.remove(visible);
    }
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

  /** A tenant with changes that nobody has followed, and how old the first of them is. */
  private record Waiting(UUID tenant, double seconds) {}

  private static final String WAITING =
      """
      select tenant_id, extract(epoch from clock_timestamp() - min(changed_at))
      from customer_change group by tenant_id""";
}
