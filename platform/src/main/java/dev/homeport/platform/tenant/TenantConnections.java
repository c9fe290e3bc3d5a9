package dev.homeport.platform.tenant;

import dev.homeport.platform.http.RequestTimeout;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells PostgreSQL the tenant once per transaction, whatever way the connection is used: entities,
 * native queries or JDBC; and how long a statement may take at the most, where the request says how
 * long it is waited for. Outside a transaction nothing is set, so row-level security shows no row.
 */
@ApplicationScoped
class TenantConnections implements AgroalPoolInterceptor {
  private static final String TIMEOUT = "set_config('statement_timeout', ?, true)";

  private final CurrentTenant tenant;
  private final Tenants tenants;
  private final TransactionSynchronizationRegistry transaction;
  private final RequestTimeout timeout;

  TenantConnections(
      CurrentTenant tenant,
      Tenants tenants,
      TransactionSynchronizationRegistry transaction,
      RequestTimeout timeout) {
    this.tenant = tenant;
    this.tenants = tenants;
    this.transaction = transaction;
    this.timeout = timeout;
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

  /** Zero is no limit. */
  private String statementTimeout() {
    return timeout.find().map(Duration::toMillis).orElse(0L).toString();
  }

  private void enter(Connection connection, UUID id) throws SQLException {
    if (tenants.find(id).filter(TenantSettings::sandbox).isPresent()) {
      try (var statement = connection.prepareStatement("select enter_sandbox(?), " + TIMEOUT)) {
        statement.setObject(1, id);
        statement.setString(2, statementTimeout());
        try (var row = statement.executeQuery()) {
          row.next();
          SandboxEpoch.remember(transaction, row.getInt(1));
        }
      }
    } else {
      try (var statement =
          connection.prepareStatement("select set_config('app.tenant', ?, true), " + TIMEOUT)) {
        statement.setString(1, id.toString());
        statement.setString(2, statementTimeout());
        statement.execute();
      }
    }
  }
}
