package dev.homeport.analytics.segment.store;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Where customers stand in the default scoring, as it was last written. */
@ApplicationScoped
class ScoreTraits {
  private final Database database;
  private final CurrentTenant tenant;

  ScoreTraits(Database database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** Writes the scores of some customers; nobody's where there is nothing to score. */
  void write(Collection<UUID> customers) {
    String zone = tenant.settings().timeZone().getId();
    database.update(WRITE, to -> to.text(zone).tenant().texts(customers).tenant());
  }

  private static final String WRITE =
      """
      update segment_subject s set r = n.r, f = n.f, m = n.m, fm = (n.f + n.m + 1) / 2,
        rfm_group = n.group_key, previous_group = n.previous_group, group_since = n.since
      from (select w.customer_id, c.r, c.f, c.m, c.group_key, c.previous_group,
            case when c.group_key is not null then (c.since at time zone ?)::date end as since
          from (select ?::uuid as tenant_id, unnest(?::uuid[]) as customer_id) w
            left join customer_score c on c.tenant_id = w.tenant_id and c.scoring = 'default'
              and c.customer_id = w.customer_id) n
      where s.tenant_id = ? and s.customer_id = n.customer_id
        and (s.r, s.f, s.m, s.rfm_group, s.previous_group, s.group_since)
          is distinct from (n.r, n.f, n.m, n.group_key, n.previous_group, n.since)""";
}
