package dev.homeport.platform.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The chains of all tenants, as the worker role extends them. */
@ApplicationScoped
class AuditChain {
  private static final String UNSEALED =
      "select "
          + AuditEntry.COLUMNS
          + " from audit_entry where tenant_id = ? and block is null order by id limit ?";
  private static final String LAST =
      "select "
          + Block.COLUMNS
          + " from audit_block where tenant_id = ? order by number desc limit 1";

  /** One statement: when another replica has taken the number, nothing happens. */
  private static final String APPEND =
      """
      with sealed as (
        insert into audit_block (tenant_id, number, entries, previous_hash, hash)
        values (?, ?, ?, ?, ?) on conflict do nothing returning tenant_id, number)
      update audit_entry e set block = s.number, position = p.position
      from sealed s, unnest(?::uuid[]) with ordinality p(id, position)
      where e.tenant_id = s.tenant_id and e.id = p.id and e.block is null""";

  private final AgroalDataSource worker;

  AuditChain(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  List<UUID> unsealedTenants() {
    return read(
        "select distinct tenant_id from audit_entry where block is null",
        row -> row.getObject(1, UUID.class));
  }

  List<AuditEntry> unsealed(UUID tenant, int limit) {
    return read(UNSEALED, AuditEntry::read, tenant, limit);
  }

  Block last(UUID tenant) {
    return read(LAST, Block::read, tenant).stream().findFirst().orElseGet(Block::none);
  }

  int append(UUID tenant, Block block, List<UUID> entries) {
    try (Connection connection = worker.getConnection();
        var statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, tenant);
      statement.setLong(2, block.number());
      statement.setInt(3, block.entries());
      statement.setBytes(4, block.previousHash());
      statement.setBytes(5, block.hash());
      statement.setArray(6, connection.createArrayOf("uuid", entries.toArray()));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("An audit block could not be written", e);
    }
  }

  private <R> List<R> read(String sql, Reader<R> reader, Object... arguments) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var all = new ArrayList<R>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(reader.read(rows));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }

  private interface Reader<R> {
    R read(ResultSet row) throws SQLException;
  }
}
