package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The mapping of identities to customers. */
@ApplicationScoped
class IdentityTable implements Identities {
  private final Database database;
  private final CustomerValueTable values;
  private final Changes changes;

  IdentityTable(Database database, CustomerValueTable values, Changes changes) {
    this.database = database;
    this.values = values;
    this.changes = changes;
  }

  @Override
  public int assign(List<Assignment> assignments) {
    Map<UUID, Known> known = lock(assignments.stream().map(Assignment::identityId).toList());
    List<Assignment> newer =
        newest(assignments).stream().filter(a -> a.revision() > of(known, a).revision()).toList();
    if (newer.isEmpty()) {
      return 0;
    }
    var touched = new HashSet<UUID>();
    for (Assignment assignment : newer) {
      UUID before = of(known, assignment).customerId();
      if (!before.equals(assignment.customerId())) {
        touched.add(before);
        touched.add(assignment.customerId());
      }
    }
    if (touched.isEmpty()) {
      update(newer);
    } else {
      values.lock(touched);
      update(newer);
      values.derive(touched);
      changes.mark(Cause.mapping, touched);
    }
    return newer.size();
  }

  /** The customers of identities that stay theirs until the transaction ends. */
  Collection<UUID> lockCustomers(Collection<UUID> identities) {
    return new HashSet<>(lock(identities).values().stream().map(Known::customerId).toList());
  }

  /** Also those never heard of: they become rows that point to their home customers. */
  private Map<UUID, Known> lock(Collection<UUID> identities) {
    database.update(LOCK, to -> to.tenant().texts(identities));
    var known = new HashMap<UUID, Known>();
    database.each(
        "select identity_id, customer_id, revision from identity where identity_id = any(?::uuid[])",
        to -> to.texts(identities),
        row ->
            known.put(
                row.getObject(1, UUID.class),
                new Known(row.getObject(2, UUID.class), row.getLong(3))));
    return known;
  }

  private void update(List<Assignment> newer) {
    database.update(
        UPDATE,
        to ->
            to.texts(newer, Assignment::identityId)
                .texts(newer, Assignment::customerId)
                .numbers(newer, Assignment::revision));
  }

  private static Collection<Assignment> newest(List<Assignment> assignments) {
    var newest = new HashMap<UUID, Assignment>();
    for (Assignment assignment : assignments) {
      newest.merge(
          assignment.identityId(), assignment, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    return newest.values();
  }

  private static Known of(Map<UUID, Known> known, Assignment assignment) {
    return Objects.requireNonNull(known.get(assignment.identityId()));
  }

  private record Known(UUID customerId, long revision) {}

  private static final String LOCK =
      """
      insert into identity (tenant_id, identity_id, customer_id, revision)
      select ?::uuid, id, id, 0 from (select distinct unnest(?::uuid[]) as id order by id) ids
      on conflict (tenant_id, identity_id) do update set revision = identity.revision where false""";

  private static final String UPDATE =
      """
      update identity i set customer_id = n.customer_id, revision = n.revision
      from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as n (identity_id, customer_id, revision)
      where i.identity_id = n.identity_id""";
}
