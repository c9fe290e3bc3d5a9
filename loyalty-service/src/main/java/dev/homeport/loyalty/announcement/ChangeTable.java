package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.journal.store.ChangeCause;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The members of the present tenant of whom something may be different. */
@ApplicationScoped
class ChangeTable {
  private static final int NAMED_AT_ONCE = 1_000;

  private static final String OLDEST =
      """
      select id, cause, identities, customers from member_change where tenant_id = ?
      order by changed_at limit 100""";

  private static final String CUSTOMERS =
      """
      select identity_id, customer_id from identity
      where tenant_id = ? and identity_id = any(?::uuid[])""";

  private static final String REMOVE =
      "delete from member_change where tenant_id = ? and id = any(?::uuid[])";

  private final Database database;

  ChangeTable(Database database) {
    this.database = database;
  }

  /** What one transaction changed, for one cause. */
  private record Change(UUID id, ChangeCause cause, List<UUID> identities, List<UUID> customers) {
    static Change read(ResultSet row) throws SQLException {
      return new Change(
          row.getObject("id", UUID.class),
          ChangeCause.of(row.getString("cause")),
          ids(row.getArray("identities")),
          ids(row.getArray("customers")));
    }

    private static List<UUID> ids(Array array) throws SQLException {
      return List.of((UUID[]) array.getArray());
    }
  }

  /**
   * Takes the oldest changes away, until they name very many.
   *
   * @return why each customer is to be looked at; who reads afterwards sees at least those changes
   */
  Map<UUID, Set<ChangeCause>> take() {
    List<Change> changes = fewest(database.list(OLDEST, Parameters::tenant, Change::read));
    if (changes.isEmpty()) {
      return Map.of();
    }
    database.update(REMOVE, to -> to.tenant().texts(changes, Change::id));
    Map<UUID, UUID> owners = owners(changes);
    var causes = new LinkedHashMap<UUID, Set<ChangeCause>>();
    for (Change change : changes) {
      Collection<UUID> customers = new ArrayList<>(change.customers());
      change
          .identities()
          .forEach(identity -> customers.add(owners.getOrDefault(identity, identity)));
      customers.forEach(
          customer ->
              causes
                  .computeIfAbsent(customer, _ -> EnumSet.noneOf(ChangeCause.class))
                  .add(change.cause()));
    }
    return causes;
  }

  private static List<Change> fewest(List<Change> oldest) {
    int named = 0;
    int count = 0;
    while (count < oldest.size() && named < NAMED_AT_ONCE) {
      named += oldest.get(count).identities().size() + oldest.get(count).customers().size();
      count++;
    }
    return oldest.subList(0, count);
  }

  private Map<UUID, UUID> owners(List<Change> changes) {
    List<UUID> identities =
        changes.stream().flatMap(change -> change.identities().stream()).distinct().toList();
    var owners = new HashMap<UUID, UUID>();
    database.each(
        CUSTOMERS,
        to -> to.tenant().texts(identities),
        row ->
            owners.put(
                row.getObject("identity_id", UUID.class),
                row.getObject("customer_id", UUID.class)));
    return owners;
  }
}
