package dev.homeport.analytics.value.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Change;
import dev.homeport.analytics.change.Follower;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What purchases look like: while it is the same, they are. */
@ApplicationScoped
class ValueState implements Follower {
  private static final Set<Cause> VALUES = EnumSet.of(Cause.fact, Cause.mapping, Cause.derivation);

  private final Database database;

  ValueState(Database database) {
    this.database = database;
  }

  /**
   * @param followed changes that were followed
   * @param waiting changes that are visible and not followed yet
   */
  record Mark(long followed, long waiting) {}

  /**
   * As the present transaction sees it, in one statement: following moves from one to the other.
   */
  Mark mark() {
    return database.list(MARK, row -> new Mark(row.getLong(1), row.getLong(2))).getFirst();
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void follow(List<Change> changes) {
    if (changes.stream().anyMatch(change -> VALUES.contains(change.cause()))) {
      database.update(FOLLOWED, Parameters::tenant);
    }
  }

  private static final String MARK =
      """
      select coalesce((select changes from value_state), 0),
        (select count(*) from customer_change where cause in ('fact', 'mapping', 'derivation'))""";

  private static final String FOLLOWED =
      """
      insert into value_state (tenant_id, changes) values (?, 1)
      on conflict (tenant_id) do update set changes = value_state.changes + 1""";
}
