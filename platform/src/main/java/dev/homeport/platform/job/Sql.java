package dev.homeport.platform.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on one of the two connections: the service's own, or the worker's. */
final class Sql {
  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  int update(String sql, @Nullable Object... arguments) {
    try (var connection = database.getConnection();
        var statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <R> List<R> list(Reader<R> reader, String sql, @Nullable Object... arguments) {
    try (var connection = database.getConnection();
        var statement = prepare(connection, sql, arguments);
        var rows = statement.executeQuery()) {
      var all = new ArrayList<R>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <R> Optional<R> find(Reader<R> reader, String sql, @Nullable Object... arguments) {
    return list(reader, sql, arguments).stream().findFirst();
  }

  private static java.sql.PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("A statement about jobs failed", e);
  }

  interface Reader<R> {
    R read(ResultSet row) throws SQLException;
  }
}
