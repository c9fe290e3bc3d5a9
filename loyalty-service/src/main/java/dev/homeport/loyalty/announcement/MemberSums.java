package dev.homeport.loyalty.announcement;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads many members at once; "offset 0" makes each look go by its key. */
@ApplicationScoped
class MemberSums {
  private static final String IDENTITIES =
      """
      select customer_id, identity_id from identity
      where tenant_id = ? and customer_id = any(?::uuid[])
      order by customer_id, identity_id""";

  private static final String SUMS =
      """
      select w.customer_id, s.programme, sum(s.pending) as pending,
        sum(s.available + s.owed) as net, sum(s.held) as held, sum(s.earned) as earned
      from (select ?::uuid as tenant_id) p, unnest(?::uuid[]) as w(customer_id),
        lateral (
          select i.identity_id from identity i
          where i.tenant_id = p.tenant_id and i.customer_id = w.customer_id
          offset 0) i,
        lateral (
          select s.* from account s
          where s.tenant_id = p.tenant_id and s.identity_id = i.identity_id
          offset 0) s
      group by w.customer_id, s.programme""";

  private final Database database;

  MemberSums(Database database) {
    this.database = database;
  }

  /** The identities of customers, of those who have any. */
  Map<UUID, List<UUID>> identities(Collection<UUID> customers) {
    var identities = new HashMap<UUID, List<UUID>>();
    database.each(
        IDENTITIES,
        to -> to.tenant().texts(customers),
        row ->
            identities
                .computeIfAbsent(row.getObject("customer_id", UUID.class), _ -> new ArrayList<>())
                .add(row.getObject("identity_id", UUID.class)));
    return identities;
  }

  /** Their points, of those who have accounts. */
  Map<MemberKey, Sums> of(Collection<UUID> customers) {
    var sums = new HashMap<MemberKey, Sums>();
    database.each(
        SUMS,
        to -> to.tenant().texts(customers),
        row ->
            sums.put(
                new MemberKey(row.getObject("customer_id", UUID.class), row.getString("programme")),
                new Sums(
                    row.getLong("pending"),
                    row.getLong("net"),
                    row.getLong("held"),
                    row.getLong("earned"))));
    return sums;
  }
}
