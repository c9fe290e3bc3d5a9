package dev.homeport.platform.database;

import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The service's own database under its own role. Every use lies in a transaction; without one
 * row-level security shows nothing.
 */
@Singleton
public class Database {
  private static final int ROWS_AT_ONCE = 5_000;

  /** What the driver takes for "not only once a statement has been used often". */
  private static final int BINARY_AT_ONCE = -1;

  private static final String READ_MUCH =
      "select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)";
  private static final Binding NOTHING = _ -> {};

  private final AgroalDataSource source;
  private final CurrentTenant tenant;

  /** For a connection under another role; everybody else injects the one there is. */
  public Database(AgroalDataSource source, CurrentTenant tenant) {
    this.source = source;
    this.tenant = tenant;
  }

  /** Fills the parameters of a statement, in their order. */
  @FunctionalInterface
  public interface Binding {
    void bind(Parameters to) throws SQLException;
  }

  /** Makes a value of the present row. */
  @FunctionalInterface
  public interface Reader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with each row. */
  @FunctionalInterface
  public interface Visitor {
    void visit(ResultSet row) throws SQLException;
  }

  /**
   * Says that what follows in this transaction reads very many rows: it is given more memory, and
   * never joins row by row, which a planner that knows too little of new tables would choose.
   */
  public void readMuch() {
    each(READ_MUCH, NOTHING, _ -> {});
  }

  /** All rows of a query, or of a statement that returns rows. */
  public <T extends @Nullable Object> List<T> list(String sql, Binding binding, Reader<T> reader) {
    var found = new ArrayList<T>();
    each(sql, binding, row -> found.add(reader.read(row)));
    return found;
  }

  /** As the other, without parameters. */
  public <T extends @Nullable Object> List<T> list(String sql, Reader<T> reader) {
    return list(sql, NOTHING, reader);
  }

  /** The first row. */
  public <T> Optional<T> find(String sql, Binding binding, Reader<T> reader) {
    return list(sql, binding, reader).stream().findFirst();
  }

  /** Visits the rows as they come, in constant memory. */
  public void each(String sql, Binding binding, Visitor visitor) {
    run(sql, binding, statement -> visit(statement, visitor));
  }

  /**
   * As {@link #each}, for very many rows: their values travel as PostgreSQL holds them, not as
   * text, for which it must be asked once more beforehand.
   */
  public void scan(String sql, Binding binding, Visitor visitor) {
    run(
        sql,
        binding,
        statement -> {
          statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
          return visit(statement, visitor);
        });
  }

  private static int visit(PreparedStatement statement, Visitor visitor) throws SQLException {
    statement.setFetchSize(ROWS_AT_ONCE);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        visitor.visit(rows);
      }
    }
    return 0;
  }

  /** The number of rows that a statement wrote. */
  public int update(String sql, Binding binding) {
    return run(sql, binding, PreparedStatement::executeUpdate);
  }

  /** As the other, without parameters. */
  public int update(String sql) {
    return update(sql, NOTHING);
  }

  private int run(String sql, Binding binding, Work work) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(new Parameters(connection, statement, tenant));
      return work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }

  @FunctionalInterface
  private interface Work {
    int with(PreparedStatement statement) throws SQLException;
  }
}
