package dev.homeport.analytics.price.store;

import dev.homeport.analytics.price.Observation;
import dev.homeport.analytics.price.Observation.Key;
import dev.homeport.analytics.price.Observations;
import dev.homeport.analytics.price.Outcome;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of prices, and beside it the last one of each competitor. */
@ApplicationScoped
class ObservationTable implements Observations {
  private final Database database;

  ObservationTable(Database database) {
    this.database = database;
  }

  /** Of several with one key the last one stands. */
  @Override
  public List<Outcome> record(List<Observation> observations) {
    lock();
    Map<Key, Observation> known = new HashMap<>();
    find(observations.stream().map(Observation::key).toList())
        .forEach(one -> known.put(one.key(), one));
    Map<Key, Observation> changed = new HashMap<>();
    List<Outcome> outcomes =
        observations.stream()
            .map(
                one -> {
                  Observation before = known.put(one.key(), one);
                  if (before != null && same(before, one)) {
                    return Outcome.UNCHANGED;
                  }
                  changed.put(one.key(), one);
                  return before == null ? Outcome.NEW : Outcome.CORRECTED;
                })
            .toList();
    if (!changed.isEmpty()) {
      write(INSERT, changed.values());
      write(LATEST, changed.values());
    }
    return outcomes;
  }

  @Override
  public Optional<Observation> find(Key key) {
    return find(List.of(key)).stream().findFirst();
  }

  @Override
  public List<Observation> list(Filter filter, Optional<Key> after, int limit) {
    String sql =
        "select * from price_observation where true = true"
            + (filter.sku().isPresent() ? " and sku = ?" : "")
            + (filter.market().isPresent() ? " and market = ?" : "")
            + (filter.competitor().isPresent() ? " and competitor = ?" : "")
            + (filter.from().isPresent() ? " and seen_at >= ?" : "")
            + (filter.to().isPresent() ? " and seen_at < ?" : "")
            + (after.isPresent() ? AFTER : "")
            + " order by seen_at desc, sku, market, competitor, source limit ?";
    return database.list(
        sql,
        to -> {
          text(to, filter.sku());
          text(to, filter.market());
          text(to, filter.competitor());
          if (filter.from().isPresent()) {
            to.instant(filter.from().get());
          }
          if (filter.to().isPresent()) {
            to.instant(filter.to().get());
          }
          if (after.isPresent()) {
            Key key = after.get();
            to.instant(key.seenAt())
                .instant(key.seenAt())
                .text(key.sku())
                .text(key.market())
                .text(key.competitor())
                .text(key.source());
          }
          to.number(limit);
        },
        ObservationTable::observation);
  }

  /** One writer at a time, so that none overtakes another on the way to the last prices. */
  private void lock() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('price observations ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
  }

  private List<Observation> find(List<Key> keys) {
    return database.list(
        FIND,
        to ->
            to.texts(keys, Key::sku)
                .texts(keys, Key::market)
                .texts(keys, Key::competitor)
                .texts(keys, Key::source)
                .texts(keys, Key::seenAt),
        ObservationTable::observation);
  }

  private void write(String sql, Collection<Observation> observations) {
    database.update(
        sql,
        to ->
            to.tenant()
                .texts(observations, one -> one.key().sku())
                .texts(observations, one -> one.key().market())
                .texts(observations, one -> one.key().competitor())
                .texts(observations, one -> one.key().source())
                .texts(observations, one -> one.key().seenAt())
                .decimals(observations, Observation::price)
                .texts(observations, Observation::currency)
                .texts(observations, Observation::recordedAt));
  }

  private static void text(Parameters to, Optional<String> value) throws SQLException {
    if (value.isPresent()) {
      to.text(value.get());
    }
  }

  private static boolean same(Observation one, Observation other) {
    return one.price().compareTo(other.price()) == 0 && one.currency().equals(other.currency());
  }

  private static Observation observation(ResultSet row) throws SQLException {
    return new Observation(
        new Key(
            row.getString("competitor"),
            row.getString("sku"),
            row.getString("market"),
            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
            row.getString("source")),
        row.getBigDecimal("price"),
        Currency.getInstance(row.getString("currency")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static final String AFTER =
      " and (seen_at < ? or (seen_at = ? and (sku, market, competitor, source) > (?, ?, ?, ?)))";

  private static final String FIND =
      """
      select o.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
          as k (sku, market, competitor, source, seen_at)
        join price_observation o using (sku, market, competitor, source, seen_at)""";

  private static final String ROWS =
      """
      from (select ?::uuid as id) t, unnest(?::text[], ?::text[], ?::text[], ?::text[],
          ?::timestamptz[], ?::numeric[], ?::text[], ?::timestamptz[])
        as n (sku, market, competitor, source, seen_at, price, currency, recorded_at)
      """;

  private static final String INSERT =
      """
      insert into price_observation (tenant_id, sku, market, competitor, source, seen_at, price,
        currency, recorded_at)
      select t.id, n.*
      """
          + ROWS
          + """
          on conflict (tenant_id, sku, market, competitor, source, seen_at) do update set
            price = excluded.price, currency = excluded.currency,
            recorded_at = excluded.recorded_at""";

  private static final String LATEST =
      """
      insert into competitor_price (tenant_id, sku, market, competitor, price, currency, seen_at)
      select distinct on (n.sku, n.market, n.competitor)
        t.id, n.sku, n.market, n.competitor, n.price, n.currency, n.seen_at
      """
          + ROWS
          + """
          order by n.sku, n.market, n.competitor, n.seen_at desc, n.source
          on conflict (tenant_id, sku, market, competitor) do update set
            price = excluded.price, currency = excluded.currency, seen_at = excluded.seen_at
          where competitor_price.seen_at <= excluded.seen_at""";
}
