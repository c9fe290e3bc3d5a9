package dev.homeport.analytics.segment.store;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** What customers have in the main programme, as it was last told. */
@ApplicationScoped
class PointTraits {
  private final Database database;

  PointTraits(Database database) {
    this.database = database;
  }

  /** Writes the points of some customers; none of those of whom nothing was told. */
  void write(Collection<UUID> customers) {
    database.update(WRITE, to -> to.tenant().texts(customers).tenant());
  }

  private static final String WRITE =
      """
      update segment_subject s set points_available = n.available, points_pending = n.pending,
        points_earned = n.earned, tier = n.tier
      from (
        select distinct on (w.customer_id) w.customer_id, coalesce(c.available, 0) as available,
          coalesce(c.pending, 0) as pending, coalesce(c.earned, 0) as earned, c.tier
        from (select ?::uuid as tenant_id, unnest(?::uuid[]) as customer_id) w
          left join customer_points c on c.tenant_id = w.tenant_id
            and c.customer_id = w.customer_id and c.main
        order by w.customer_id, c.revision desc) n
      where s.tenant_id = ? and s.customer_id = n.customer_id
        and (s.points_available, s.points_pending, s.points_earned, s.tier)
          is distinct from (n.available, n.pending, n.earned, n.tier)""";
}
