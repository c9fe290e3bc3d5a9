package dev.homeport.order.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one statement, set one after the other. The plural forms set a whole column of
 * many rows as one array, for {@code unnest}; the statement names the type of each array's
 * elements, for example {@code ?::uuid[]}.
 */
public final class Parameters {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next = 1;

  Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  public Parameters text(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  public Parameters uuid(UUID value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  public Parameters number(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  public Parameters date(LocalDate value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  public Parameters instant(Instant value) throws SQLException {
    statement.setObject(next++, value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  /** A column of anything that is written as its text: identifiers, codes, days, instants, JSON. */
  public <T> Parameters texts(
      Collection<T> rows, Function<? super T, ? extends @Nullable Object> value)
      throws SQLException {
    return array(
        "text",
        rows.stream()
            .map(
                row -> {
                  Object cell = value.apply(row);
                  return cell == null ? null : cell.toString();
                })
            .toArray(String[]::new));
  }

  /** A column of exact numbers. */
  public <T> Parameters decimals(
      Collection<T> rows, Function<? super T, ? extends @Nullable BigDecimal> value)
      throws SQLException {
    return texts(
        rows,
        row -> {
          BigDecimal number = value.apply(row);
          return number == null ? null : number.toPlainString();
        });
  }

  private Parameters array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(type, values));
    return this;
  }
}
