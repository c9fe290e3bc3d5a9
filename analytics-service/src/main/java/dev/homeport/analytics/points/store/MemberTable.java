package dev.homeport.analytics.points.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.points.MemberBook;
import dev.homeport.analytics.points.MemberPoints;
import dev.homeport.analytics.points.Outstanding;
import dev.homeport.analytics.points.TierSize;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Members of programmes, each in its highest revision. */
@ApplicationScoped
class MemberTable implements MemberBook {
  private final Database database;
  private final Changes changes;

  MemberTable(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  /** Segments look at the main programme, so only that moves customers. */
  @Override
  public int record(List<MemberPoints> members) {
    Collection<MemberPoints> rows = newest(members);
    List<Newer> newer =
        database.list(
            UPSERT,
            to ->
                to.tenant()
                    .texts(rows, MemberPoints::customerId)
                    .texts(rows, MemberPoints::programme)
                    .texts(rows, MemberPoints::main)
                    .numbers(rows, MemberPoints::pending)
                    .numbers(rows, MemberPoints::available)
                    .numbers(rows, MemberPoints::held)
                    .numbers(rows, MemberPoints::owed)
                    .numbers(rows, MemberPoints::earned)
                    .decimals(rows, row -> row.pointValue().orElse(null))
                    .texts(rows, row -> row.tier().map(MemberPoints.Tier::key).orElse(null))
                    .texts(rows, row -> row.tier().map(MemberPoints.Tier::name).orElse(null))
                    .texts(rows, row -> row.tier().map(MemberPoints.Tier::level).orElse(null))
                    .numbers(rows, MemberPoints::revision),
            Newer::read);
    changes.mark(Cause.points, newer.stream().filter(Newer::main).map(Newer::customerId).toList());
    return newer.size();
  }

  @Override
  public List<Outstanding> outstanding() {
    return database.list(OUTSTANDING, Parameters::tenant, MemberTable::outstanding);
  }

  @Override
  public List<TierSize> tiers() {
    return database.list(
        TIERS,
        Parameters::tenant,
        row ->
            new TierSize(
                row.getString("programme"),
                Optional.ofNullable(row.getString("name")),
                row.getLong("members")));
  }

  /** One statement of each member, in the order of keys: two writers never wait in a ring. */
  private static Collection<MemberPoints> newest(List<MemberPoints> members) {
    var newest = new TreeMap<String, MemberPoints>();
    for (MemberPoints one : members) {
      newest.merge(
          one.customerId() + " " + one.programme(),
          one,
          (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    return newest.values();
  }

  private static Outstanding outstanding(ResultSet row) throws SQLException {
    return new Outstanding(
        row.getString("programme"),
        row.getLong("usable"),
        row.getLong("pending"),
        row.getLong("held"),
        row.getLong("holders"),
        Optional.<BigDecimal>ofNullable(row.getBigDecimal("worth")));
  }

  /** A member of whom something new was said. */
  private record Newer(UUID customerId, boolean main) {
    private static Newer read(ResultSet row) throws SQLException {
      return new Newer(row.getObject("customer_id", UUID.class), row.getBoolean("main"));
    }
  }

  private static final String UPSERT =
      """
      insert into customer_points (tenant_id, customer_id, programme, main, pending, available, held,
        owed, earned, point_value, tier, tier_name, tier_level, revision)
      select t.id, n.*
      from (select ?::uuid as id) t,
        unnest(?::uuid[], ?::text[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::numeric[], ?::text[], ?::text[], ?::integer[], ?::bigint[]) n
      on conflict (tenant_id, customer_id, programme) do update set
        main = excluded.main, pending = excluded.pending, available = excluded.available,
        held = excluded.held, owed = excluded.owed, earned = excluded.earned,
        point_value = excluded.point_value, tier = excluded.tier, tier_name = excluded.tier_name,
        tier_level = excluded.tier_level, revision = excluded.revision
      where customer_points.revision < excluded.revision
      returning customer_id, main""";

  private static final String OUTSTANDING =
      """
      select programme, coalesce(sum(net) filter (where total > 0), 0) as usable,
        coalesce(sum(pending) filter (where total > 0), 0) as pending,
        coalesce(sum(held) filter (where total > 0), 0) as held,
        count(*) filter (where total > 0) as holders,
        case when bool_and(point_value is not null) filter (where total > 0)
          then sum(total * point_value) filter (where total > 0) end as worth
      from (
        select c.*, c.available - c.owed as net, c.pending + c.available - c.owed + c.held as total
        from customer_points c where c.tenant_id = ?) m
      group by programme order by bool_or(main) desc, programme""";

  private static final String TIERS =
      """
      select programme, max(tier_name) as name, count(*) as members
      from customer_points c
      where c.tenant_id = ? and (c.tier is not null or c.earned > 0)
        and exists (select from customer_points o where o.tenant_id = c.tenant_id
          and o.programme = c.programme and o.tier is not null)
      group by programme, tier
      order by bool_or(main) desc, programme, max(tier_level) desc nulls last, tier""";
}
