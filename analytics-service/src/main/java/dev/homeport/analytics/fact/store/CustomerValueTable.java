package dev.homeport.analytics.fact.store;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * The values of customers, summed from facts.
 *
 * <p>Who changes a fact or the mapping locks first the identities, then the customers, each in the
 * order of their ids; so no change is lost between two transactions, and none waits in a ring.
 */
@ApplicationScoped
class CustomerValueTable {
  private final Database database;

  CustomerValueTable(Database database) {
    this.database = database;
  }

  /** Locks customers, also those who have no row yet, until the transaction ends. */
  void lock(Collection<UUID> customers) {
    database.update(LOCK, to -> to.tenant().texts(customers));
  }

  /**
   * Sums up the facts of customers who are locked; a customer without any loses the row.
   *
   * @return how many customers now have other values
   */
  int derive(Collection<UUID> customers) {
    return database.update(DERIVE, to -> to.texts(customers).texts(customers));
  }

  /** The update changes nothing, but takes the lock. */
  private static final String LOCK =
      """
      insert into customer_value (tenant_id, customer_id, frequency, net)
      select ?::uuid, id, 0, 0 from (select distinct unnest(?::uuid[]) as id order by id) ids
      on conflict (tenant_id, customer_id) do update set net = customer_value.net where false""";

  private static final String DERIVE =
      """
      with own as (
        select i.customer_id, f.day, f.counted, f.gross - f.returned as net,
          min(f.day) filter (where f.counted) over (partition by i.customer_id) as first_day
        from identity i join fact f using (tenant_id, identity_id)
        where i.customer_id = any(?::uuid[]) and f.gross is not null
      ), derived as (
        select customer_id,
          first_day,
          max(day) filter (where counted) as last_day,
          count(*) filter (where counted) as frequency,
          sum(net) as net,
          count(distinct day) filter (where counted) as days,
          coalesce(sum(net) filter (where counted and day > first_day), 0) as repeat_net
        from own
        group by customer_id, first_day
      ), emptied as (
        delete from customer_value v
        where v.customer_id = any(?::uuid[])
          and not exists (select from derived d where d.customer_id = v.customer_id)
      )
      update customer_value v
      set first_day = d.first_day, last_day = d.last_day, frequency = d.frequency, net = d.net,
        days = d.days, repeat_net = d.repeat_net
      from derived d
      where v.customer_id = d.customer_id
        and (v.first_day, v.last_day, v.frequency, v.net, v.days, v.repeat_net)
          is distinct from
            (d.first_day, d.last_day, d.frequency, d.net, d.days, d.repeat_net)""";
}
