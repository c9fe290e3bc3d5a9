package dev.homeport.loyalty.jdbc;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service's own database under its own role. The first parameter of every statement is the
 * current tenant. Every use lies in a transaction; without one row-level security shows nothing.
 */
@ApplicationScoped
public class Database {
  private static final int ROWS_AT_ONCE = 500;

  private final AgroalDataSource source;
  private final CurrentTenant tenant;

  Database(AgroalDataSource source, CurrentTenant tenant) {
    this.source = source;
    this.tenant = tenant;
  }

  /** Fills the parameters of a statement after the tenant, in their order. */
  @FunctionalInterface
  public interface Binding {
    /** Sets the parameters. */
    void bind(Parameters parameters) throws SQLException;
  }

  /** Makes a value of the present row. */
  @FunctionalInterface
  public interface Reader<T extends @Nullable Object> {
    /** Reads columns of the row, and does not move on. */
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with each row. */
  @FunctionalInterface
  public interface Visitor {
    /** Reads columns of the row, and does not move on. */
    void visit(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public <T extends @Nullable Object> List<T> list(String sql, Binding binding, Reader<T> reader) {
    var found = new ArrayList<T>();
    each(sql, binding, row -> found.add(reader.read(row)));
    return found;
  }

  /** Visits the rows of a query as they come, in constant memory. */
  public void each(String sql, Binding binding, Visitor visitor) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      binding.bind(new Parameters(connection, statement).uuid(tenant.id()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          visitor.visit(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a query", e);
    }
  }

  /** The number of rows that a statement wrote. */
  public int update(String sql, Binding binding) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(new Parameters(connection, statement).uuid(tenant.id()));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }
}
