package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Measures;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where customers stand in the default scoring. */
@ApplicationScoped
class ScoreTraits {
  private final Database database;
  private final Snapshots snapshots;
  private final Grid grid;

  ScoreTraits(Database database, Snapshots snapshots, Grid grid) {
    this.database = database;
    this.snapshots = snapshots;
    this.grid = grid;
  }

  /** Writes the scores of some customers; nobody's where there is nothing to score. */
  void write(Collection<UUID> customers, Moment moment) {
    CutPoints cuts = snapshots.now().cutPoints();
    List<Scored> scored =
        database.list(
            MEASURES,
            to -> to.tenant().texts(customers),
            row ->
                new Scored(
                    row.getObject(1, UUID.class),
                    cuts.scores(
                        new Measures(
                            LocalDate.ofEpochDay(row.getLong(2)),
                            row.getLong(3),
                            row.getBigDecimal(4)))));
    database.update(
        WRITE,
        to ->
            to.texts(customers)
                .texts(scored, Scored::customer)
                .numbers(scored, one -> one.scores().r())
                .numbers(scored, one -> one.scores().f())
                .numbers(scored, one -> one.scores().m())
                .numbers(scored, one -> one.scores().fm())
                .texts(scored, one -> grid.group(one.scores()).key())
                .date(moment.today())
                .tenant());
  }

  private record Scored(UUID customer, Scores scores) {}

  private static final String MEASURES =
      """
      select customer_id, last_day - date 'epoch', frequency, net from customer_value
      where tenant_id = ? and customer_id = any(?::uuid[]) and frequency > 0""";

  private static final String WRITE =
      """
      update segment_subject s set r = n.r, f = n.f, m = n.m, fm = n.fm,
        previous_group = case when s.rfm_group is distinct from n.grp
          then coalesce(s.rfm_group, s.previous_group) else s.previous_group end,
        group_since = case when s.rfm_group is distinct from n.grp
          then case when n.grp is not null then t.today end else s.group_since end,
        rfm_group = n.grp
      from (select w.customer_id, v.r, v.f, v.m, v.fm, v.grp
          from (select distinct unnest(?::uuid[]) as customer_id) w
            left join unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[],
              ?::smallint[], ?::text[]) as v(customer_id, r, f, m, fm, grp) using (customer_id)) n,
        (select ?::date as today) t
      where s.tenant_id = ? and s.customer_id = n.customer_id
        and (s.r, s.f, s.m, s.fm, s.rfm_group) is distinct from (n.r, n.f, n.m, n.fm, n.grp)""";
}
