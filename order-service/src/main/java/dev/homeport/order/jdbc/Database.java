package dev.homeport.order.jdbc;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service's own database under its own role. Every use lies in a transaction; without one
 * row-level security shows nothing.
 */
@ApplicationScoped
public class Database {
  private final AgroalDataSource source;

  Database(AgroalDataSource source) {
    this.source = source;
  }

  /** Fills the parameters of a statement, in their order. */
  @FunctionalInterface
  public interface Binding {
    void bind(Parameters parameters) throws SQLException;
  }

  /** Makes a value of the present row. */
  @FunctionalInterface
  public interface Reader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows of a query, or of a statement that returns rows. */
  public <T extends @Nullable Object> List<T> list(String sql, Binding binding, Reader<T> reader) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(new Parameters(connection, statement));
      var found = new ArrayList<T>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a query", e);
    }
  }

  /** The number of rows that a statement wrote. */
  public int update(String sql, Binding binding) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(new Parameters(connection, statement));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }
}
