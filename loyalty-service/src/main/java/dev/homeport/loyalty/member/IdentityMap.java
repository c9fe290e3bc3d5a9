package dev.homeport.loyalty.member;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;

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
  public void take(List<IdentityMapping> mappings) {
    Collection<IdentityMapping> newest = newest(mappings);
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(newest, IdentityMapping::identityId)
                .texts(newest, IdentityMapping::customerId)
                .numbers(newest, IdentityMapping::epoch)
                .numbers(newest, IdentityMapping::revision));
  }

  /** One statement may not touch a row twice. */
  private static Collection<IdentityMapping> newest(List<IdentityMapping> mappings) {
    var newest = new HashMap<UUID, IdentityMapping>();
    BinaryOperator<IdentityMapping> higher = (a, b) -> a.revision() >= b.revision() ? a : b;
    mappings.forEach(mapping -> newest.merge(mapping.identityId(), mapping, higher));
    return newest.values();
  }
}
