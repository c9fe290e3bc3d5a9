package dev.homeport.order.order.store;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderState;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.ReturnBook;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.event.EventJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order as a row: {@link #NAMES} written by {@link #write} and read by {@link #read}. */
final class OrderColumns {
  static final String NAMES =
      """
      id, identity_id, channel, external_id, country, market, placed_at, day, revised_at, status,
      currency, total, returned, reporting_currency, from_per_euro, to_per_euro, rate_day,
      reporting_total, reporting_returned, return_count, backfill, fingerprint,
      recorded_at, recorded_by, revision, version, document""";

  /** One array for each name. */
  static final String ROWS =
      """
      unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
        ?::date[], ?::timestamptz[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::text[],
        ?::numeric[], ?::numeric[], ?::date[], ?::numeric[], ?::numeric[], ?::integer[],
        ?::boolean[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[], ?::integer[],
        ?::jsonb[])""";

  private OrderColumns() {}

  /** An order with what follows from it, worked out once. */
  private record Row(Order order, OrderState state, ReturnBook book) {
    static Row of(Order order) {
      return new Row(order, order.state(), order.returnBook());
    }
  }

  static void write(Parameters to, Collection<Order> written) throws SQLException {
    List<Row> rows = written.stream().map(Row::of).toList();
    Collection<Order> orders = written;
    to.texts(orders, Order::id)
        .texts(orders, order -> order.document().identityId())
        .texts(orders, order -> order.document().key().channel())
        .texts(orders, order -> order.document().key().externalId())
        .texts(orders, order -> order.document().country())
        .texts(orders, order -> order.document().market())
        .texts(orders, order -> order.document().placedAt())
        .texts(orders, Order::day)
        .texts(orders, order -> order.document().revisedAt())
        .texts(rows, row -> row.state().status().code())
        .texts(orders, order -> order.document().currency())
        .decimals(orders, Order::total)
        .decimals(rows, row -> row.book().amount());
    writeConversion(to, orders, rows);
    to.texts(rows, row -> row.book().counted().size())
        .texts(orders, Order::backfill)
        .texts(orders, Order::fingerprint)
        .texts(orders, order -> order.recorded().at())
        .texts(orders, order -> order.recorded().by())
        .texts(orders, Order::revision)
        .texts(orders, Order::version)
        .texts(orders, order -> EventJson.write(StoredOrder.of(order)));
  }

  private static void writeConversion(Parameters to, Collection<Order> orders, List<Row> rows)
      throws SQLException {
    to.texts(orders, of(Conversion::to))
        .decimals(orders, of(Conversion::fromPerEuro))
        .decimals(orders, of(Conversion::toPerEuro))
        .texts(orders, of(Conversion::day))
        .decimals(orders, order -> converted(order, order.total()))
        .decimals(rows, row -> converted(row.order(), row.book().amount()));
  }

  private static <V> Function<Order, @Nullable V> of(Function<Conversion, V> value) {
    return order -> order.conversion() == null ? null : value.apply(order.conversion());
  }

  private static @Nullable BigDecimal converted(Order order, BigDecimal amount) {
    return order.conversion() == null ? null : order.conversion().convert(amount);
  }

  static Order read(ResultSet row) throws SQLException {
    StoredOrder stored = EventJson.read(row.getString("document"), StoredOrder.class);
    Currency currency = Currency.getInstance(row.getString("currency"));
    var document =
        new OrderDocument(
            new OrderKey(row.getString("channel"), row.getString("external_id")),
            row.getObject("identity_id", UUID.class),
            row.getString("country"),
            instant(row, "placed_at"),
            instant(row, "revised_at"),
            currency,
            stored.lines(),
            stored.statedTotal(),
            stored.attribution(),
            stored.status(),
            stored.attributes(),
            stored.version(),
            row.getString("market"));
    return new Order(
        row.getObject("id", UUID.class),
        document,
        row.getString("fingerprint"),
        row.getObject("day", LocalDate.class),
        stored.facts(document),
        conversion(row, currency),
        row.getBoolean("backfill"),
        recorded(row, document.placedAt()),
        row.getLong("revision"),
        row.getInt("version"));
  }

  private static @Nullable Conversion conversion(ResultSet row, Currency from) throws SQLException {
    String to = row.getString("reporting_currency");
    if (to == null) {
      return null;
    }
    BigDecimal fromPerEuro = row.getBigDecimal("from_per_euro");
    BigDecimal toPerEuro = row.getBigDecimal("to_per_euro");
    LocalDate day = row.getObject("rate_day", LocalDate.class);
    return new Conversion(from, Currency.getInstance(to), fromPerEuro, toPerEuro, day);
  }

  /** Orders that came before this was kept count as heard of when they were placed. */
  private static Recorded recorded(ResultSet row, Instant placedAt) throws SQLException {
    OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
    return new Recorded(at == null ? placedAt : at.toInstant(), row.getString("recorded_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
