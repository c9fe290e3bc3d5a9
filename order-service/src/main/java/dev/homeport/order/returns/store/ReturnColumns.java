package dev.homeport.order.returns.store;

import dev.homeport.order.currency.Conversion;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.Reversal;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnedItem;
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

/** A free return as a row: {@link #NAMES} written by {@link #write} and read by {@link #read}. */
final class ReturnColumns {
  static final String NAMES =
      """
      id, identity_id, channel, external_id, country, market, returned_at, day, currency, amount,
      order_external_id, reporting_currency, from_per_euro, to_per_euro, rate_day,
      reporting_amount, backfill, attached_to, held, reversed_at, recorded_at, recorded_by,
      revision, document""";

  /** One array for each name. */
  static final String ROWS =
      """
      unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
        ?::date[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
        ?::date[], ?::numeric[], ?::boolean[], ?::uuid[], ?::text[], ?::timestamptz[],
        ?::timestamptz[], ?::text[], ?::bigint[], ?::jsonb[])""";

  /** What a return holds beside its columns. */
  private record Stored(
      List<ReturnedItem> lines,
      @Nullable BigDecimal statedAmount,
      @Nullable String reason,
      @Nullable Reversal reversal) {
    static Stored of(FreeReturn back) {
      ReturnDocument document = back.document();
      return new Stored(
          document.lines(), document.statedAmount(), document.reason(), back.reversal());
    }
  }

  private ReturnColumns() {}

  static void write(Parameters to, Collection<FreeReturn> returns) throws SQLException {
    to.texts(returns, FreeReturn::id)
        .texts(returns, back -> back.document().identityId())
        .texts(returns, back -> back.document().key().channel())
        .texts(returns, back -> back.document().key().externalId())
        .texts(returns, back -> back.document().country())
        .texts(returns, back -> back.document().market())
        .texts(returns, back -> back.document().returnedAt())
        .texts(returns, FreeReturn::day)
        .texts(returns, back -> back.document().currency())
        .decimals(returns, back -> back.document().amount())
        .texts(returns, back -> back.document().orderExternalId())
        .texts(returns, of(Conversion::to))
        .decimals(returns, of(Conversion::fromPerEuro))
        .decimals(returns, of(Conversion::toPerEuro))
        .texts(returns, of(Conversion::day))
        .decimals(returns, ReturnColumns::reportingAmount)
        .texts(returns, FreeReturn::backfill)
        .texts(returns, FreeReturn::attachedTo)
        .texts(returns, back -> back.held() == null ? null : back.held().name())
        .texts(returns, back -> back.reversal() == null ? null : back.reversal().reversedAt())
        .texts(returns, back -> back.recorded().at())
        .texts(returns, back -> back.recorded().by())
        .texts(returns, FreeReturn::revision)
        .texts(returns, back -> EventJson.write(Stored.of(back)));
  }

  private static <V> Function<FreeReturn, @Nullable V> of(Function<Conversion, V> value) {
    return back -> back.conversion() == null ? null : value.apply(back.conversion());
  }

  private static @Nullable BigDecimal reportingAmount(FreeReturn back) {
    return back.conversion() == null ? null : back.conversion().convert(back.document().amount());
  }

  static FreeReturn read(ResultSet row) throws SQLException {
    Stored stored = EventJson.read(row.getString("document"), Stored.class);
    Currency currency = Currency.getInstance(row.getString("currency"));
    var document =
        new ReturnDocument(
            new OrderKey(row.getString("channel"), row.getString("external_id")),
            row.getObject("identity_id", UUID.class),
            row.getString("country"),
            row.getObject("returned_at", OffsetDateTime.class).toInstant(),
            currency,
            stored.lines(),
            stored.statedAmount(),
            stored.reason(),
            row.getString("order_external_id"),
            row.getString("market"));
    return new FreeReturn(
        row.getObject("id", UUID.class),
        document,
        row.getObject("day", LocalDate.class),
        conversion(row, currency),
        row.getBoolean("backfill"),
        row.getObject("attached_to", UUID.class),
        held(row.getString("held")),
        stored.reversal(),
        recorded(row, document.returnedAt()),
        row.getLong("revision"));
  }

  private static @Nullable Held held(@Nullable String name) {
    return name == null ? null : Held.valueOf(name);
  }

  /** Returns that came before this was kept count as heard of when they happened. */
  private static Recorded recorded(ResultSet row, Instant returnedAt) throws SQLException {
    OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
    return new Recorded(at == null ? returnedAt : at.toInstant(), row.getString("recorded_by"));
  }

  private static @Nullable Conversion conversion(ResultSet row, Currency from) throws SQLException {
    String to = row.getString("reporting_currency");
    return to == null
        ? null
        : new Conversion(
            from,
            Currency.getInstance(to),
            row.getBigDecimal("from_per_euro"),
            row.getBigDecimal("to_per_euro"),
            row.getObject("rate_day", LocalDate.class));
  }
}
