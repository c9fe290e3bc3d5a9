package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Scores as one window query over the facts gives them, and those that are written. */
@ApplicationScoped
public class Batch {
  private final Database database;

  Batch(Database database) {
    this.database = database;
  }

  /** The three scores and the group. */
  record Row(int r, int f, int m, String group) {}

  /** By the definition, {@code 1 + B * (RANK() - 1) / n}. */
  Map<UUID, Row> queried(Scheme scheme, LocalDate today) {
    String which =
        switch (scheme.scoring().scope()) {
          case Scope.Tenant _ -> "true";
          case Scope.Market market -> "f.market = '" + market.code() + "'";
          case Scope.Channel channel -> "f.channel = '" + channel.code() + "'";
        };
    if (scheme.scoring().windowDays().isPresent()) {
      which +=
          " and f.day > date '" + today.minusDays(scheme.scoring().windowDays().getAsInt()) + "'";
    }
    int buckets = scheme.scoring().buckets();
    String sql = QUERY.formatted(buckets, buckets, buckets, which);
    var found = new HashMap<UUID, Row>();
    database.each(
        sql,
        _ -> {},
        row -> {
          var scores = new Scores(row.getInt(2), row.getInt(3), row.getInt(4));
          found.put(
              row.getObject(1, UUID.class),
              new Row(scores.r(), scores.f(), scores.m(), scheme.grid().group(scores).key()));
        });
    return found;
  }

  /** What is written. */
  Map<UUID, Row> written(Scheme scheme) {
    var found = new HashMap<UUID, Row>();
    database.each(
        """
        select customer_id, r, f, m, group_key from customer_score
        where scoring = ? and group_key is not null""",
        to -> to.text(scheme.scoring().key()),
        row -> found.put(row.getObject(1, UUID.class), row(row)));
    return found;
  }

  /** Spoils what is written: scores, groups, rows that are missing, customers that nobody knows. */
  int damage(UUID tenant) {
    return database.update(
            "update customer_score set r = 1 + r % 3, m = 3, group_key = 'lost' where f = 1")
        + database.update("delete from customer_score where f = 3")
        + database.update(
            """
            insert into customer_score (tenant_id, scoring, customer_id, r, f, m, group_key,
              last_day, frequency, net, since, revision)
            values (?, 'default', ?, 1, 1, 1, 'lost', '2020-01-01', 1, 1, now(), 1)""",
            to -> to.uuid(tenant).uuid(UUID.randomUUID()));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getInt("r"), row.getInt("f"), row.getInt("m"), row.getString("group_key"));
  }

  private static final String QUERY =
      """
      select customer_id,
        1 + %d * (rank() over (order by last_day) - 1) / n,
        1 + %d * (rank() over (order by frequency) - 1) / n,
        1 + %d * (rank() over (order by net) - 1) / n
      from (
        select i.customer_id, max(f.day) filter (where f.counted) as last_day,
          count(*) filter (where f.counted) as frequency, sum(f.gross - f.returned) as net,
          count(*) over () as n
        from fact f join identity i using (tenant_id, identity_id)
        where f.gross is not null and %s
        group by i.customer_id
        having count(*) filter (where f.counted) > 0) v""";
}
