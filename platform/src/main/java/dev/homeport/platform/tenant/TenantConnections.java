package dev.homeport.platform.tenant;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
  private final Tenants tenants;
  private final TransactionSynchronizationRegistry transaction;

  TenantConnections(
      CurrentTenant tenant, Tenants tenants, TransactionSynchronizationRegistry transaction) {
    this.tenant = tenant;
    this.tenants = tenants;
    this.transaction = transaction;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    try {
      if (connection.getAutoCommit()) {
        return;
      }
      Optional<UUID> id = tenant.find();
      if (id.isPresent()) {
        enter(connection, id.get());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tenant could not be set on the connection", e);
    }
  }

  private void enter(Connection connection, UUID id) throws SQLException {
    if (tenants.find(id).filter(TenantSettings::sandbox).isPresent()) {
      try (var statement = connection.prepareStatement("select enter_sandbox(?)")) {
        statement.setObject(1, id);
        try (var row = statement.executeQuery()) {
          row.next();
          SandboxEpoch.remember(transaction, row.getInt(1));
        }
      }
    } else {
      try (var statement =
          connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
        statement.setString(1, id.toString());
        statement.execute();
      }
    }
  }
}
