package dev.homeport.loyalty.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one statement, set one after the other. The plural forms set a whole column of
 * many rows as one array, for {@code unnest}; the statement names the type of the elements, for
 * example {@code ?::uuid[]}.
 */
public final class Parameters {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next = 1;

  Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /** A text, a code, a number in digits. */
  public Parameters text(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  /** An identifier. */
  public Parameters uuid(@Nullable UUID value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /** A whole number. */
  public Parameters number(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  /** A whole number or none. */
  public Parameters number(@Nullable Long value) throws SQLException {
    statement.setObject(next++, value, Types.BIGINT);
    return this;
  }

  /** A moment. */
  public Parameters instant(@Nullable Instant value) throws SQLException {
    statement.setObject(
        next++,
        value == null ? null : value.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  /** A column of anything that is written as its text: identifiers, codes, instants, JSON. */
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

  /** A column of whole numbers. */
  public <T> Parameters numbers(Collection<T> rows, ToLongFunction<? super T> value)
      throws SQLException {
    return array("int8", rows.stream().mapToLong(value).boxed().toArray());
  }

  private Parameters array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(type, values));
    return this;
  }
}
