package dev.homeport.gateway.apikey;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of API keys, in the transaction and under the tenant at hand; and the list of
 * clients that are to go from Keycloak, which a worker goes through for all tenants.
 */
@ApplicationScoped
class KeyTable {
  /** Longer than the transaction in which a key is made can last. */
  private static final String ATTEMPT = "interval '2 minutes'";

  private static final String INSERT =
      """
      insert into api_key (tenant_id, id, client_id, name, scopes, plan, created_by, created_at,
        expires_at, secret_made_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String OF_STATUS =
      """
      case ?::text
        when 'ACTIVE' then revoked_at is null and (expires_at is null or expires_at > now())
        when 'EXPIRED' then revoked_at is null and expires_at <= now()
        when 'REVOKED' then revoked_at is not null
        else true end""";

  private static final String EXPIRE =
      """
      with over as (
        update api_key set retired = true
        where expires_at <= now() and revoked_at is null and not retired
        returning client_id, tenant_id)
      insert into api_key_removal (client_id, tenant_id, due_at)
      select client_id, tenant_id, now() from over
      on conflict (client_id) do update set due_at = excluded.due_at""";

  private final AgroalDataSource database;
  private final AgroalDataSource worker;

  KeyTable(AgroalDataSource database, @DataSource("worker") AgroalDataSource worker) {
    this.database = database;
    this.worker = worker;
  }

  /** Keeps other makers of this tenant's keys out, and counts those that are good. */
  int lockAndCount(UUID tenant) {
    return run(
        database,
        "select pg_advisory_xact_lock(hashtextextended('api keys ' || ?, 0))",
        statement -> {
          statement.setString(1, tenant.toString());
          statement.execute();
          return run(
              database,
              "select count(*) from api_key where " + OF_STATUS,
              counting -> {
                counting.setString(1, KeyStatus.ACTIVE.name());
                return first(counting, row -> row.getInt(1)).orElseThrow();
              });
        });
  }

  void insert(UUID tenant, IssuedKey key) {
    run(
        database,
        INSERT,
        statement -> {
          statement.setObject(1, tenant);
          statement.setObject(2, key.id());
          statement.setString(3, key.clientId());
          statement.setString(4, key.name());
          statement.setArray(
              5, statement.getConnection().createArrayOf("text", key.scopes().toArray()));
          statement.setString(6, key.plan());
          statement.setString(7, key.createdBy());
          statement.setObject(8, at(key.createdAt()));
          statement.setObject(9, at(key.expiresAt()));
          statement.setObject(10, at(key.secretMadeAt()));
          return statement.executeUpdate();
        });
  }

  Optional<IssuedKey> find(UUID id, boolean lock) {
    return run(
        database,
        "select * from api_key where id = ?" + (lock ? " for update" : ""),
        statement -> {
          statement.setObject(1, id);
          return first(statement, KeyTable::read);
        });
  }

  /** The newest first. */
  List<IssuedKey> list(@Nullable KeyStatus status, @Nullable UUID before, int limit) {
    return run(
        database,
        "select * from api_key where "
            + OF_STATUS
            + " and (?::uuid is null or id < ?::uuid) order by id desc limit ?",
        statement -> {
          statement.setString(1, status == null ? null : status.name());
          statement.setObject(2, before);
          statement.setObject(3, before);
          statement.setInt(4, limit);
          return all(statement, KeyTable::read);
        });
  }

  /** Keeps what has become of its secrets, or that it is revoked. */
  void update(IssuedKey key) {
    run(
        database,
        """
        update api_key set secret_made_at = ?, rotated_at = ?, previous_ends_at = ?, revoked_at = ?
        where id = ?""",
        statement -> {
          statement.setObject(1, at(key.secretMadeAt()));
          statement.setObject(2, at(key.rotatedAt()));
          statement.setObject(3, at(key.previousEndsAt()));
          statement.setObject(4, at(key.revokedAt()));
          statement.setObject(5, key.id());
          return statement.executeUpdate();
        });
  }

  /** Commits at once that a client is to go, unless its key is there in a while. */
  void begin(UUID tenant, String clientId) {
    run(
        worker,
        "insert into api_key_removal (client_id, tenant_id, due_at) values (?, ?, now() + "
            + ATTEMPT
            + ")",
        statement -> {
          statement.setString(1, clientId);
          statement.setObject(2, tenant);
          return statement.executeUpdate();
        });
  }

  /** The client may stay, as soon as this transaction commits. */
  void keep(String clientId) {
    remove(database, clientId);
  }

  /** Puts the clients of keys that have expired on the list. */
  int expire() {
    return run(worker, EXPIRE, PreparedStatement::executeUpdate);
  }

  /** Some of the clients that are to go now. */
  List<String> due(int limit) {
    return run(
        worker,
        "select client_id from api_key_removal where due_at <= now() order by due_at limit ?",
        statement -> {
          statement.setInt(1, limit);
          return all(statement, row -> row.getString(1));
        });
  }

  /** The client is gone. */
  void gone(String clientId) {
    remove(worker, clientId);
  }

  private static void remove(AgroalDataSource source, String clientId) {
    run(
        source,
        "delete from api_key_removal where client_id = ?",
        statement -> {
          statement.setString(1, clientId);
          return statement.executeUpdate();
        });
  }

  private static IssuedKey read(ResultSet row) throws SQLException {
    return new IssuedKey(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        row.getString("name"),
        Arrays.asList((String[]) row.getArray("scopes").getArray()),
        row.getString("plan"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        row.getObject("secret_made_at", OffsetDateTime.class).toInstant(),
        instant(row, "rotated_at"),
        instant(row, "previous_ends_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static <T> Optional<T> first(PreparedStatement statement, Row<T> row)
      throws SQLException {
    return all(statement, row).stream().findFirst();
  }

  private static <T> List<T> all(PreparedStatement statement, Row<T> row) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    }
  }

  private static <T> T run(AgroalDataSource source, String sql, Work<T> work) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("API keys could not be read or written", e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
