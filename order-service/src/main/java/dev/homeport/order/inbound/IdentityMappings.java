package dev.homeport.order.inbound;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.identity.IdentityListener;
import dev.homeport.platform.identity.IdentityMapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Keeps up with which customer each identity belongs to, so that orders are found by customer. */
@ApplicationScoped
class IdentityMappings extends IdentityListener {
  private static final String UPSERT =
      """
      insert into identity_mapping (tenant_id, identity_id, customer_id, revision)
      select ?::uuid, m.*
      from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as m(identity_id, customer_id, revision)
      order by identity_id
      on conflict (tenant_id, identity_id) do update set
        customer_id = excluded.customer_id, revision = excluded.revision
      where identity_mapping.revision < excluded.revision""";

  private final Database database;

  IdentityMappings(Database database) {
    this.database = database;
  }

  @Override
  protected void take(List<IdentityMapped> mappings) {
    Collection<IdentityMapped> newest = IdentityMapped.newest(mappings);
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(newest, IdentityMapped::identityId)
                .texts(newest, IdentityMapped::customerId)
                .numbers(newest, IdentityMapped::revision));
  }
}
