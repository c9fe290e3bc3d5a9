package dev.homeport.customer.profile;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Customers of whom something has changed, so that somebody looks whether they are known under
 * another name. Whoever changes them only leaves their ids.
 */
@ApplicationScoped
public class MatchQueue {
  private static final String ENQUEUE =
      """
      insert into match_queue (tenant_id, customer_id)
      select ?::uuid, c.id from (select distinct unnest(?::uuid[]) as id order by id) c
      on conflict (tenant_id, customer_id) do update
      set asked = match_queue.asked + 1, claimed_until = 'epoch'""";

  private final Database database;

  MatchQueue(Database database) {
    this.database = database;
  }

  /** Leaves these customers alone. */
  void remove(Collection<UUID> customers) {
    database.update(
        "delete from match_queue where customer_id = any(?::uuid[])", to -> to.texts(customers));
  }

  /** Has these customers looked at, as they stand when this transaction has committed. */
  public void enqueue(Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      database.update(ENQUEUE, to -> to.tenant().texts(customers));
    }
  }
}
