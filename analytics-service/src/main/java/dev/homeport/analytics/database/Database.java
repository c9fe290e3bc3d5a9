package dev.homeport.analytics.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in the caller's transaction, without which row-level security shows nothing. An
 * {@link SqlArray} among the arguments becomes an array of the database.
 */
@ApplicationScoped
public class Database {
  private static final int FETCH = 10_000;

  private final AgroalDataSource source;

  Database(AgroalDataSource source) {
    this.source = source;
  }

  /** How many rows a statement changed. */
  public int update(String sql, @Nullable Object... arguments) {
    return run(sql, arguments, PreparedStatement::executeUpdate);
  }

  /** All rows of a query, or of what a statement returns. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    var found = new ArrayList<T>();
    each(sql, row -> found.add(reader.read(row)), arguments);
    return found;
  }

  /** The only row of a query. */
  public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return list(sql, reader, arguments).stream().findFirst();
  }

  /**
   * Row by row, without holding them all.
   *
   * @return how many there were
   */
  public int each(String sql, RowVisitor visitor, @Nullable Object... arguments) {
    return run(
        sql,
        arguments,
        statement -> {
          statement.setFetchSize(FETCH);
          int seen = 0;
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              visitor.visit(rows);
              seen++;
            }
          }
          return seen;
        });
  }

  private int run(String sql, @Nullable Object[] arguments, Work work) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] instanceof SqlArray array) {
          statement.setArray(i + 1, connection.createArrayOf(array.type(), array.values()));
        } else {
          statement.setObject(i + 1, arguments[i]);
        }
      }
      return work.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }

  /** Makes something of the row at hand. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Looks at the row at hand. */
  @FunctionalInterface
  public interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work {
    int run(PreparedStatement statement) throws SQLException;
  }
}
