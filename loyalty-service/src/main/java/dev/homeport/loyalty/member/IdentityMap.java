package dev.homeport.loyalty.member;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.identity.IdentityMapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** This service's copy of the mapping from identities to customers. */
@ApplicationScoped
public class IdentityMap {
  private static final String UPSERT =
      """
      insert into identity (tenant_id, identity_id, customer_id, epoch, revision)
      select t.id, m.identity_id, m.customer_id, m.epoch, m.revision
      from (select ?::uuid as id) t,
        unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
          as m(identity_id, customer_id, epoch, revision)
      order by m.identity_id
      on conflict (tenant_id, identity_id) do update set
        customer_id = excluded.customer_id, epoch = excluded.epoch, revision = excluded.revision
      where identity.revision < excluded.revision""";

  private final Database database;

  IdentityMap(Database database) {
    this.database = database;
  }

  /** Takes mappings in any order and as often as they come; the highest revision stands. */
  public void take(List<IdentityMapped> mappings) {
    Collection<IdentityMapped> newest = IdentityMapped.newest(mappings);
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(newest, IdentityMapped::identityId)
                .texts(newest, IdentityMapped::customerId)
                .numbers(newest, IdentityMapped::epoch)
                .numbers(newest, IdentityMapped::revision));
  }
}
