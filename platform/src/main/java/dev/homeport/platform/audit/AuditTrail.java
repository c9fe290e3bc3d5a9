package dev.homeport.platform.audit;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the entries of the current tenant. */
@ApplicationScoped
class AuditTrail {
  private final AgroalDataSource database;
  private final CurrentTenant tenant;

  AuditTrail(AgroalDataSource database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /**
   * Newest first.
   *
   * @param after the id of the last entry of the page before; empty for the first page
   */
  @Transactional
  List<AuditEntry> list(AuditFilter filter, List<String> after, int limit) {
    var conditions = new ArrayList<String>(List.of("tenant_id = ?"));
    var values = new ArrayList<Object>(List.of(tenant.id()));
    if (!after.isEmpty()) {
      conditions.add("id < ?");
      values.add(UUID.fromString(after.getFirst()));
    }
    add(conditions, values, "resource_type = ?", filter.resourceType());
    add(conditions, values, "resource_id = ?", filter.resourceId());
    add(conditions, values, "action = ?", filter.action());
    add(conditions, values, "at >= ?", time(filter.from()));
    add(conditions, values, "at < ?", time(filter.to()));
    values.add(limit);
    return read(
        "select %s from audit_entry where %s order by id desc limit ?"
            .formatted(AuditEntry.COLUMNS, String.join(" and ", conditions)),
        values);
  }

  private static void add(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  private static @Nullable Object time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private List<AuditEntry> read(String sql, List<Object> values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      var entries = new ArrayList<AuditEntry>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(AuditEntry.read(rows));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }
}
