package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for scores to be looked at again where no customer has done anything. */
@ApplicationScoped
class Refreshes {
  private final Database database;
  private final Changes changes;

  Refreshes(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * With the next look at what has changed, which any customer's name calls for. Nobody is scored
   * where there is none.
   */
  void soon() {
    changes.mark(
        Cause.score,
        database.list(
            "select customer_id from customer_value where tenant_id = ? limit 1",
            Parameters::tenant,
            row -> row.getObject(1, java.util.UUID.class)));
  }
}
