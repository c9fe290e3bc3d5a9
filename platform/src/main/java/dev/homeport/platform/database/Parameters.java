package dev.homeport.platform.database;

import dev.homeport.platform.tenant.CurrentTenant;
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
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one statement, set one after the other. The plural forms set a whole column of
 * many rows as one array, for {@code unnest} or {@code any}; the statement names the type of the
 * elements, for example {@code ?::uuid[]}.
 */
public final class Parameters {
  private final Connection connection;
  private final PreparedStatement statement;
  private final CurrentTenant tenant;
  private int next = 1;

  Parameters(Connection connection, PreparedStatement statement, CurrentTenant tenant) {
    this.connection = connection;
    this.statement = statement;
    this.tenant = tenant;
  }

  /** The tenant of the work at hand. */
  public Parameters tenant() throws SQLException {
    return uuid(tenant.id());
  }

  /** A text, a code, a number in digits, JSON. */
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

  /** Yes or no. */
  public Parameters flag(boolean value) throws SQLException {
    statement.setBoolean(next++, value);
    return this;
  }

  /** A day. */
  public Parameters date(LocalDate value) throws SQLException {
    statement.setObject(next++, value);
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

  /** A column of anything that is written as its text: codes, days, instants, JSON. */
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

  /** The values themselves as a column of texts: identifiers above all. */
  public Parameters texts(Collection<?> values) throws SQLException {
    return texts(values, value -> value);
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
