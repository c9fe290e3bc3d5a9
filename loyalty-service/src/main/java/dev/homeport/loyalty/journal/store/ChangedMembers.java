package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Notes of whom something may be different now, in the transaction that makes it so: one statement
 * with a row for each cause. They are told of afterwards, so a posting waits for nobody else's.
 */
@ApplicationScoped
class ChangedMembers {
  /** Older facts than that are no news. */
  private static final Duration NEWS = Duration.ofDays(2);

  private static final String POSTED =
      """
      insert into member_change (tenant_id, cause, identities)
      select t.id, c.cause, array_agg(distinct c.identity_id)
      from (select ?::uuid as id) t, unnest(?::text[], ?::uuid[]) as c(cause, identity_id)
      group by t.id, c.cause""";

  private static final String MOVED =
      """
      insert into member_change (tenant_id, cause, identities, customers)
      values (?, ?, ?::uuid[], ?::uuid[])""";

  private final Database database;

  ChangedMembers(Database database) {
    this.database = database;
  }

  void posted(List<JournalledStep> steps, Instant now) {
    database.update(
        POSTED,
        to ->
            to.tenant()
                .texts(steps, step -> cause(step.event(), now).text())
                .texts(steps, JournalledStep::identityId));
  }

  /**
   * Notes that identities were moved.
   *
   * @param customers to whom they belonged, and to whom they belong
   */
  void moved(Collection<UUID> identities, Collection<UUID> customers) {
    database.update(
        MOVED, to -> to.tenant().text(ChangeCause.MERGE.text()).texts(identities).texts(customers));
  }

  private static ChangeCause cause(Event event, Instant now) {
    return switch (event) {
      case Event.Happened _, Event.MemberChanged _ ->
          event.effectiveAt().isBefore(now.minus(NEWS)) ? ChangeCause.OLD_FACT : ChangeCause.FACT;
      case Event.NewVersion _ -> ChangeCause.PROGRAMME;
      case Event.Passed _, Event.Spent _ -> ChangeCause.BALANCE;
    };
  }
}
