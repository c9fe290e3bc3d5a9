package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
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

  CutPointRefresh(
      Snapshots snapshots,
      Leases leases,
      CurrentTenant currentTenant,
      @DataSource("worker") AgroalDataSource worker,
      RfmConfig config) {
    this.snapshots = snapshots;
    this.leases = leases;
    this.currentTenant = currentTenant;
    this.worker = worker;
    this.config = config;
  }

  @Scheduled(
      every = "${homeport.analytics.rfm.refresh-every:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void refreshStale() throws SQLException {
    for (UUID tenant : staleTenants()) {
      try {
        refresh(tenant);
      } catch (RuntimeException fault) {
        LOG.warnf(fault, "cut points not refreshed: tenant=%s", tenant);
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
                    tenant,
                    () -> QuarkusTransaction.requiringNew().run(() -> snapshots.refresh()));
              } finally {
                leases.release(lease);
              }
            });
  }

  private List<UUID> staleTenants() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select distinct tenant_id from value_change")) {
      var tenants = new ArrayList<UUID>();
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
      return tenants;
    }
  }
}
