package dev.homeport.platform.tenant;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells PostgreSQL the tenant once per transaction, whatever way the connection is used: entities,
 * native queries or JDBC. Outside a transaction nothing is set, so row-level security shows no row.
 */
@ApplicationScoped
class TenantConnections implements AgroalPoolInterceptor {
  private final CurrentTenant tenant;

  TenantConnections(CurrentTenant tenant) {
    this.tenant = tenant;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    try {
      if (connection.getAutoCommit()) {
        return;
      }
      Optional<UUID> id = tenant.find();
      if (id.isPresent()) {
        try (var statement =
            connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
          statement.setString(1, id.get().toString());
          statement.execute();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tenant could not be set on the connection", e);
    }
  }
}
