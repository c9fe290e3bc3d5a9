package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes the cut points of a tenant anew soon after something has changed, on one replica. */
@ApplicationScoped
class CutPointRefresh {
  private static final Logger LOG = Logger.getLogger(CutPointRefresh.class);
  private static final String LEASE = "rfm-cut-points";

  private final Snapshots snapshots;
  private final Leases leases;
  private final CurrentTenant currentTenant;
  private final AgroalDataSource worker;
  private final RfmConfig config;
  private volatile double oldestChangeSeconds;

  CutPointRefresh(
      Snapshots snapshots,
      Leases leases,
      CurrentTenant currentTenant,
      @DataSource("worker") AgroalDataSource worker,
      RfmConfig config,
      MeterRegistry metrics) {
    this.snapshots = snapshots;
    this.leases = leases;
    this.currentTenant = currentTenant;
    this.worker = worker;
    this.config = config;
    Gauge.builder("homeport_rfm_oldest_change_seconds", () -> oldestChangeSeconds)
        .description("Age of the oldest change that was not in the cut points when last looked")
        .register(metrics);
  }

  @Scheduled(
      every = "{homeport.analytics.rfm.refresh-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void refreshStale() throws SQLException {
    List<Stale> stale = stale();
    oldestChangeSeconds = stale.stream().mapToDouble(Stale::seconds).max().orElse(0);
    for (Stale one : stale) {
      try {
        refresh(one.tenant());
      } catch (RuntimeException fault) {
        LOG.warnf(fault, "cut points not refreshed: tenant=%s", one.tenant());
      }
    }
  }

  private void refresh(UUID tenant) {
    leases
        .tryAcquire(tenant, LEASE, config.lease())
        .ifPresent(
            lease -> {
              try {
                currentTenant.run(
                    tenant, () -> QuarkusTransaction.requiringNew().run(() -> snapshots.refresh()));
              } finally {
                leases.release(lease);
              }
            });
  }

  private List<Stale> stale() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(STALE)) {
      var stale = new ArrayList<Stale>();
      while (rows.next()) {
        stale.add(new Stale(rows.getObject(1, UUID.class), rows.getDouble(2)));
      }
      return stale;
    }
  }

  /** A tenant with a change that is not in its cut points, and how old the first of them is. */
  private record Stale(UUID tenant, double seconds) {}

  private static final String STALE =
      """
      select tenant_id, extract(epoch from clock_timestamp() - min(changed_at))
      from value_change group by tenant_id""";
}
