package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Roster;
import dev.homeport.analytics.rfm.ScoreChange;
import dev.homeport.analytics.rfm.ScoreChange.Scored;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores and groups of customers, as they were written and announced last. */
@ApplicationScoped
class ScoreTable {
  private final Database database;

  ScoreTable(Database database) {
    this.database = database;
  }

  /** Fills an empty roster with what was written. */
  void readInto(Roster roster, String scoring) {
    database.each(ALL, to -> to.tenant().text(scoring), row -> read(roster, row));
  }

  /** Writes what is different now; a group that is another one counts from a moment on. */
  void write(String scoring, List<ScoreChange> changes, Instant at, long revision) {
    if (changes.isEmpty()) {
      return;
    }
    database.update(
        WRITE,
        to ->
            to.tenant()
                .text(scoring)
                .instant(at)
                .number(revision)
                .texts(changes, ScoreChange::customer)
                .texts(changes, change -> of(change, scored -> scored.scores().r()))
                .texts(changes, change -> of(change, scored -> scored.scores().f()))
                .texts(changes, change -> of(change, scored -> scored.scores().m()))
                .texts(changes, change -> of(change, scored -> scored.group().key()))
                .texts(changes, change -> measured(change, Measures::lastOrderDay))
                .texts(changes, change -> measured(change, Measures::frequency))
                .texts(
                    changes,
                    change -> measured(change, measures -> measures.monetary().toPlainString()))
                .texts(changes, ScoreTable::leaves));
  }

  /** The first day on which something is too old for the window of a scoring. */
  Optional<LocalDate> nextDay(String scoring) {
    return database
        .find(
            NEXT_DAY,
            to -> to.tenant().text(scoring),
            row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .flatMap(day -> day);
  }

  /** Of whom something is too old on a day. */
  List<UUID> leaving(String scoring, LocalDate day) {
    return database.list(
        """
        select customer_id from customer_score
        where tenant_id = ? and scoring = ? and leaves_on <= ?""",
        to -> to.tenant().text(scoring).date(day),
        row -> row.getObject(1, UUID.class));
  }

  /**
   * Deletes some of what was scored by a scoring that is gone.
   *
   * @return how many
   */
  int delete(String scoring, int most) {
    return database.update(
        """
        delete from customer_score where tenant_id = ? and scoring = ? and customer_id in (
          select customer_id from customer_score where tenant_id = ? and scoring = ? limit ?)""",
        to -> to.tenant().text(scoring).tenant().text(scoring).number(most));
  }

  private static void read(Roster roster, ResultSet row) throws SQLException {
    int leaves = row.getInt(9);
    roster.written(
        row.getObject(1, UUID.class),
        new Scores(row.getInt(2), row.getInt(3), row.getInt(4)),
        row.getString(5),
        row.getLong(6),
        row.getLong(7),
        row.getBigDecimal(8),
        leaves == 0 ? Roster.NEVER : leaves);
  }

  private static @Nullable Object of(ScoreChange change, Function<Scored, Object> which) {
    return change.now().map(which).orElse(null);
  }

  private static @Nullable Object measured(ScoreChange change, Function<Measures, Object> which) {
    return change.now().map(Scored::measures).map(which).orElse(null);
  }

  private static @Nullable Object leaves(ScoreChange change) {
    if (change.now().isEmpty() || change.now().get().leaves().isEmpty()) {
      return null;
    }
    return LocalDate.ofEpochDay(change.now().get().leaves().getAsLong());
  }

  private static final String ALL =
      """
      select customer_id, r, f, m, group_key, last_day - date 'epoch', frequency, net,
        coalesce(leaves_on - date 'epoch', 0)
      from customer_score where tenant_id = ? and scoring = ? and group_key is not null""";

  private static final String NEXT_DAY =
      """
      select min(leaves_on) from customer_score
      where tenant_id = ? and scoring = ? and leaves_on is not null""";

  private static final String WRITE =
      """
      insert into customer_score as s (tenant_id, scoring, customer_id, r, f, m, group_key, last_day,
        frequency, net, leaves_on, since, revision)
      select q.tenant_id, q.scoring, n.customer_id, n.r, n.f, n.m, n.group_key, n.last_day,
        n.frequency, n.net, n.leaves_on, q.at, q.revision
      from (select ?::uuid as tenant_id, ?::text as scoring, ?::timestamptz as at,
          ?::bigint as revision) q,
        (select * from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[], ?::text[],
            ?::date[], ?::bigint[], ?::numeric[], ?::date[])
          as c (customer_id, r, f, m, group_key, last_day, frequency, net, leaves_on)
          order by customer_id) n
      on conflict (tenant_id, scoring, customer_id) do update set
        r = excluded.r, f = excluded.f, m = excluded.m, group_key = excluded.group_key,
        last_day = excluded.last_day, frequency = excluded.frequency, net = excluded.net,
        leaves_on = excluded.leaves_on,
        previous_group = case when s.group_key is distinct from excluded.group_key
          then coalesce(s.group_key, s.previous_group) else s.previous_group end,
        since = case when s.group_key is distinct from excluded.group_key
          then excluded.since else s.since end,
        revision = case when s.group_key is distinct from excluded.group_key
          then excluded.revision else s.revision end""";
}
