package dev.homeport.platform.audit;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Recomputes the chain of the current tenant from the stored entries, in constant memory. */
@ApplicationScoped
class AuditVerifier {
  private static final int FETCH = 500;

  /** One statement and so one snapshot: a block sealed meanwhile does not look broken. */
  private static final String CHAIN =
      """
      select coalesce(number, block) as place, b.*, e.*
      from (select number, entries, previous_hash, hash from audit_block where tenant_id = ?) b
      full join (
        select %s, position from audit_entry where tenant_id = ? and block is not null) e
      on block = number
      order by place, position"""
          .formatted(AuditEntry.COLUMNS);

  private static final String UNSEALED =
      "select count(*) from audit_entry where tenant_id = ? and block is null";

  private final AgroalDataSource database;
  private final CurrentTenant tenant;

  AuditVerifier(AgroalDataSource database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @Transactional
  AuditVerification verify() {
    UUID id = tenant.id();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(CHAIN)) {
      statement.setFetchSize(FETCH);
      statement.setObject(1, id);
      statement.setObject(2, id);
      var walk = new ChainWalk(id);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          walk.accept(rows);
        }
      }
      return walk.end(unsealed(connection, id));
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be verified", e);
    }
  }

  private static long unsealed(Connection connection, UUID tenant) throws SQLException {
    try (var statement = connection.prepareStatement(UNSEALED)) {
      statement.setObject(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
