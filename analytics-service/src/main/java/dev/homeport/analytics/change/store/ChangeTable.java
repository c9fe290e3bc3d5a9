package dev.homeport.analytics.change.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Changes;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The changes of the present tenant that have not been followed yet. */
@ApplicationScoped
class ChangeTable implements Changes {
  private final Database database;

  ChangeTable(Database database) {
    this.database = database;
  }

  @Override
  public void mark(Cause cause, Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      database.update(
          "insert into customer_change (tenant_id, id, cause, customers) values (?, ?, ?, ?::uuid[])",
          to -> to.tenant().uuid(Ids.next()).text(cause.name()).texts(customers));
    }
  }

  /** Waits for whoever else follows the tenant's changes; until the transaction ends. */
  void lock() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('customer changes ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
  }

  /** Those that are visible now, the oldest first. */
  List<Change> visible() {
    return database.list(
        "select id, cause, customers, changed_at from customer_change order by id",
        ChangeTable::change);
  }

  void remove(List<Change> changes) {
    database.update(
        "delete from customer_change where id = any(?::uuid[])",
        to -> to.texts(changes, Change::id));
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getObject("id", UUID.class),
        Cause.valueOf(row.getString("cause")),
        Set.of((UUID[]) row.getArray("customers").getArray()),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
