package dev.homeport.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The two outbox tables as the worker role sees them: all tenants, to drain. */
@ApplicationScoped
class OutboxTable {
  private final AgroalDataSource worker;

  OutboxTable(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /**
   * Work on one connection in one transaction, whose commit does not wait for the disk: what a
   * crash of the database loses of it is that events were sent, and they are sent again.
   */
  <T> T transact(Work<T> work) {
    try (Connection connection = worker.getConnection()) {
      connection.setAutoCommit(false);
      try {
        hurry(connection);
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be drained", e);
    }
  }

  private static void hurry(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit to off");
    }
  }

  void delete(Collection<UUID> ids) {
    transact(connection -> delete(connection, ids));
  }

  /**
   * A locked row.
   *
   * @param place where it lies; stays true while it is locked
   */
  record Row(String place, PendingEvent event) {}

  /** Rows old enough that the process which wrote them has had its chance, locked. */
  List<Row> lockLeftOver(Connection connection, int limit) throws SQLException {
    var rows = new ArrayList<Row>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select ctid::text as place, * from outbox
            where created_at < clock_timestamp() - interval '5 seconds'
            order by created_at limit ? for update skip locked""")) {
      statement.setInt(1, limit);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(new Row(found.getString("place"), PendingEvent.read(found, 0)));
        }
      }
    }
    return rows;
  }

  /** Deletes locked rows by where they lie, which spares a look into the index for each. */
  int deleteLocked(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from outbox where ctid = any(?::tid[])")) {
      statement.setArray(
          1, connection.createArrayOf("text", rows.stream().map(Row::place).toArray()));
      return statement.executeUpdate();
    }
  }

  int delete(Connection connection, Collection<UUID> ids) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from outbox where event_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      return statement.executeUpdate();
    }
  }

  /** True for one process at a time, until its transaction ends. */
  boolean lockLatest(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended('outbox_latest', 0))");
        var row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  List<PendingEvent> latest(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from outbox_latest order by created_at limit ?")) {
      statement.setInt(1, limit);
      var events = new ArrayList<PendingEvent>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          events.add(PendingEvent.read(rows, rows.getLong("revision")));
        }
      }
      return events;
    }
  }

  /** Deletes what was sent, unless a higher revision has taken its place meanwhile. */
  int deleteLatest(Connection connection, List<PendingEvent> sent) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            delete from outbox_latest o
            using unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
              as s(tenant_id, topic, key, revision)
            where (o.tenant_id, o.topic, o.key, o.revision) = (s.tenant_id, s.topic, s.key, s.revision)
            """)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", sent.stream().map(PendingEvent::tenant).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", sent.stream().map(PendingEvent::topic).toArray()));
      statement.setArray(
          3, connection.createArrayOf("text", sent.stream().map(PendingEvent::key).toArray()));
      statement.setArray(
          4,
          connection.createArrayOf("bigint", sent.stream().map(PendingEvent::revision).toArray()));
      return statement.executeUpdate();
    }
  }

  /** Age of the oldest row of either table, in seconds; 0 when both are empty. */
  double oldestSeconds() {
    return transact(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      """
                      select coalesce(extract(epoch from clock_timestamp() - least(
                        (select min(created_at) from outbox),
                        (select min(created_at) from outbox_latest))), 0)""");
              var row = statement.executeQuery()) {
            row.next();
            return row.getDouble(1);
          }
        });
  }

  /** Work that may fail in SQL. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }
}
