package dev.homeport.analytics.price.store;

import dev.homeport.analytics.price.Position;
import dev.homeport.analytics.price.Position.Best;
import dev.homeport.analytics.price.Position.Own;
import dev.homeport.analytics.price.Positions;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares the last price of each competitor with the own one, page by page along their key. */
@ApplicationScoped
class PositionTable implements Positions {
  private final Database database;

  PositionTable(Database database) {
    this.database = database;
  }

  @Override
  public List<Position> list(Filter filter, Optional<Position.Key> after, int limit) {
    String where =
        (filter.sku().isPresent() ? " and c.sku = ?" : "")
            + (filter.market().isPresent() ? " and c.market = ?" : "")
            + (filter.competitor().isPresent() ? " and c.competitor = ?" : "")
            + (filter.seenSince().isPresent() ? " and c.seen_at >= ?" : "")
            + (after.isPresent() ? " and (c.sku, c.market, c.currency) > (?, ?, ?)" : "");
    String having = filter.undercut() ? "having min(c.price) < o.unit_price" : "";
    return database.list(
        POSITIONS.formatted(where, having),
        to -> {
          to.tenant();
          for (Optional<String> value :
              List.of(filter.sku(), filter.market(), filter.competitor())) {
            if (value.isPresent()) {
              to.text(value.get());
            }
          }
          if (filter.seenSince().isPresent()) {
            to.instant(filter.seenSince().get());
          }
          if (after.isPresent()) {
            Position.Key key = after.get();
            to.text(key.sku()).text(key.market()).text(key.currency().getCurrencyCode());
          }
          to.number(limit);
        },
        PositionTable::position);
  }

  private static Position position(ResultSet row) throws SQLException {
    BigDecimal own = row.getBigDecimal("unit_price");
    return new Position(
        new Position.Key(
            row.getString("sku"),
            row.getString("market"),
            Currency.getInstance(row.getString("currency"))),
        own == null ? Optional.empty() : Optional.of(new Own(own, instant(row, "sold_at"))),
        new Best(
            row.getString("best_competitor"),
            row.getBigDecimal("best_price"),
            instant(row, "best_seen_at")),
        row.getInt("competitors"),
        row.getInt("cheaper"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  /** Of equal prices the one seen last is the best. */
  private static final String POSITIONS =
      """
      select c.sku, c.market, c.currency, o.unit_price, o.sold_at,
        count(*) as competitors, count(*) filter (where c.price < o.unit_price) as cheaper,
        min(c.price) as best_price,
        (array_agg(c.competitor order by c.price, c.seen_at desc, c.competitor))[1]
          as best_competitor,
        (array_agg(c.seen_at order by c.price, c.seen_at desc, c.competitor))[1] as best_seen_at
      from competitor_price c left join own_price o using (tenant_id, sku, market, currency)
      where c.tenant_id = ?%s
      group by c.sku, c.market, c.currency, o.unit_price, o.sold_at
      %s
      order by c.sku, c.market, c.currency limit ?""";
}
