package dev.homeport.analytics.derived.store;

import dev.homeport.platform.lease.Leases;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantTurns;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Derives again what has become stale: soon where that is quick, else less often. */
@ApplicationScoped
class DerivedRefresh {
  private final DerivedTable derived;
  private final Leases leases;
  private final TenantTurns turns;
  private final CurrentTenant currentTenant;
  private final AgroalDataSource worker;
  private final DerivedConfig config;

  DerivedRefresh(
      DerivedTable derived,
      Leases leases,
      TenantTurns turns,
      CurrentTenant currentTenant,
      @DataSource("worker") AgroalDataSource worker,
      DerivedConfig config) {
    this.derived = derived;
    this.leases = leases;
    this.turns = turns;
    this.currentTenant = currentTenant;
    this.worker = worker;
    this.config = config;
  }

  @Scheduled(
      every = "{homeport.analytics.derived.look-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void refreshStale() throws SQLException {
    Map<String, List<UUID>> stale =
        stale().stream()
            .collect(
                Collectors.groupingBy(
                    Stale::name, Collectors.mapping(Stale::tenant, Collectors.toList())));
    stale.forEach(
        (name, tenants) ->
            turns.begin("derived-" + name, tenants, tenant -> refresh(tenant, name)));
  }

  private void refresh(UUID tenant, String name) {
    leases
        .tryAcquire(tenant, "derived-" + name, config.limit())
        .ifPresent(
            lease -> {
              try {
                currentTenant.run(tenant, () -> derived.derive(name));
              } finally {
                leases.release(lease);
              }
            });
  }

  private List<Stale> stale() throws SQLException {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(STALE)) {
      statement.setArray(1, connection.createArrayOf("text", derived.names().toArray()));
      statement.setLong(2, config.atMostEvery().toMillis());
      statement.setLong(3, config.share());
      var stale = new ArrayList<Stale>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          stale.add(new Stale(rows.getObject(1, UUID.class), rows.getString(2)));
        }
      }
      return stale;
    }
  }

  private record Stale(UUID tenant, String name) {}

  private static final String STALE =
      """
      select s.tenant_id, n.name
      from fact_state s cross join unnest(?) as n (name)
        left join derived_table d on d.tenant_id = s.tenant_id and d.name = n.name
      where s.version > coalesce(d.version, 0)
        and (d.name is null or clock_timestamp()
          > d.derived_at + greatest(?, d.millis * ?) * interval '1 millisecond')
      order by d.derived_at nulls first""";
}
