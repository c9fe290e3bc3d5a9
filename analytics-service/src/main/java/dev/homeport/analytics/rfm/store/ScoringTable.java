package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Scorings;
import dev.homeport.analytics.rfm.Versioned;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scorings of the present tenant. */
@ApplicationScoped
class ScoringTable implements Scorings {
  /** Before anybody has changed it. */
  private static final Versioned<Scoring> STANDARD = new Versioned<>(Scoring.standard(), 1);

  private static final String SELECT =
      """
      select key, name, buckets, window_days, market, channel, grid, version from rfm_scoring
      where tenant_id = ?""";

  private final Database database;
  private final Turns turns;
  private final Refreshes refreshes;
  private final Clock clock;

  ScoringTable(Database database, Turns turns, Refreshes refreshes, Clock clock) {
    this.database = database;
    this.turns = turns;
    this.refreshes = refreshes;
    this.clock = clock;
  }

  @Override
  public Optional<Versioned<Scoring>> find(String key) {
    Optional<Versioned<Scoring>> stored =
        database.find(SELECT + " and key = ?", to -> to.tenant().text(key), ScoringTable::read);
    return stored.isEmpty() && key.equals(Scoring.DEFAULT) ? Optional.of(STANDARD) : stored;
  }

  @Override
  public Optional<Versioned<Scoring>> lock(String key) {
    turns.settings();
    return find(key);
  }

  @Override
  public int count() {
    return list("", MOST + 1).size();
  }

  @Override
  public List<Versioned<Scoring>> list(String after, int limit) {
    var found =
        new ArrayList<>(
            database.list(
                SELECT + " and key > ? order by key limit ?",
                to -> to.tenant().text(after).number(limit),
                ScoringTable::read));
    if (Scoring.DEFAULT.compareTo(after) > 0
        && found.stream().noneMatch(one -> one.value().key().equals(Scoring.DEFAULT))) {
      found.add(STANDARD);
    }
    return found.stream()
        .sorted(Comparator.comparing(one -> one.value().key()))
        .limit(limit)
        .toList();
  }

  @Override
  public Versioned<Scoring> put(Scoring scoring) {
    long first = scoring.key().equals(Scoring.DEFAULT) ? STANDARD.version() + 1 : 1;
    Long window = scoring.windowDays().isPresent() ? (long) scoring.windowDays().getAsInt() : null;
    database.update(
        PUT,
        to ->
            to.tenant()
                .text(scoring.key())
                .text(scoring.name())
                .number(scoring.buckets())
                .number(window)
                .text(scoring.scope() instanceof Scope.Market market ? market.code() : null)
                .text(scoring.scope() instanceof Scope.Channel channel ? channel.code() : null)
                .text(scoring.grid())
                .number(first)
                .uuid(UUID.randomUUID())
                .instant(clock.instant()));
    refreshes.soon();
    return find(scoring.key()).orElseThrow();
  }

  /** What was scored by it goes when all customers are looked at next, and later on. */
  @Override
  public void remove(String key) {
    database.update(
        "delete from rfm_scoring where tenant_id = ? and key = ?", to -> to.tenant().text(key));
    database.update(
        "update cut_points set removed = true where tenant_id = ? and scoring = ?",
        to -> to.tenant().text(key));
    refreshes.soon();
  }

  static Versioned<Scoring> read(ResultSet row) throws SQLException {
    int window = row.getInt("window_days");
    return new Versioned<>(
        new Scoring(
            row.getString("key"),
            row.getString("name"),
            row.getInt("buckets"),
            window == 0 ? OptionalInt.empty() : OptionalInt.of(window),
            scope(row.getString("market"), row.getString("channel")),
            row.getString("grid")),
        row.getLong("version"));
  }

  private static Scope scope(@Nullable String market, @Nullable String channel) {
    if (market != null) {
      return new Scope.Market(market);
    }
    return channel == null ? new Scope.Tenant() : new Scope.Channel(channel);
  }

  private static final String PUT =
      """
      insert into rfm_scoring (tenant_id, key, name, buckets, window_days, market, channel, grid,
        version, stamp, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, key) do update set
        name = excluded.name, buckets = excluded.buckets, window_days = excluded.window_days,
        market = excluded.market, channel = excluded.channel, grid = excluded.grid,
        version = rfm_scoring.version + 1, stamp = excluded.stamp,
        changed_at = excluded.changed_at""";
}
