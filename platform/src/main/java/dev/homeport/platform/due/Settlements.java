package dev.homeport.platform.due;

import dev.homeport.platform.tenant.TenantSettings;
import dev.homeport.platform.tenant.Tenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Up to where each sandbox has been brought, and under which of its settings. */
@ApplicationScoped
class Settlements {
  private final AgroalDataSource worker;
  private final Tenants tenants;

  Settlements(@DataSource("worker") AgroalDataSource worker, Tenants tenants) {
    this.worker = worker;
    this.tenants = tenants;
  }

  /**
   * Where a sandbox stands.
   *
   * @param revision of the settings under which it was brought there
   */
  record Settlement(Instant until, long revision) {}

  /**
   * Sandboxes with a clock of their own that have not been brought up to their present settings.
   */
  List<TenantSettings> open() {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(OPEN);
        var rows = statement.executeQuery()) {
      var open = new ArrayList<TenantSettings>();
      while (rows.next()) {
        tenants.find(rows.getObject(1, UUID.class)).ifPresent(open::add);
      }
      return open;
    } catch (SQLException e) {
      throw new IllegalStateException("Sandboxes could not be looked at", e);
    }
  }

  Optional<Settlement> find(UUID tenant) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, tenant);
      try (var row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Settlement(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A sandbox could not be looked at", e);
    }
  }

  void settle(TenantSettings settings, Instant until) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(SETTLE)) {
      statement.setObject(1, settings.id());
      statement.setObject(2, until.atOffset(ZoneOffset.UTC));
      statement.setLong(3, settings.revision());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A sandbox's time could not be noted", e);
    }
  }

  private static final String OPEN =
      """
      select t.tenant_id from tenant t left join clock_settlement s using (tenant_id)
      where t.sandbox and t.clock_ahead_micros > 0 and t.revision > coalesce(s.revision, 0)
      order by t.tenant_id""";

  private static final String FIND =
      "select settled_until, revision from clock_settlement where tenant_id = ?";

  private static final String SETTLE =
      """
      insert into clock_settlement (tenant_id, settled_until, revision) values (?, ?, ?)
      on conflict (tenant_id) do update set
        settled_until = excluded.settled_until, revision = excluded.revision
      where clock_settlement.revision <= excluded.revision""";
}
