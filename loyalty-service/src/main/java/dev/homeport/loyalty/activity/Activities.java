package dev.homeport.loyalty.activity;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.FactIntake;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes activities of members and says what they give, in the caller's transaction. */
@ApplicationScoped
public class Activities {
  private static final String RATED =
      """
      select r.identity_id, i.customer_id, r.explanation
      from rating r
      join identity i on i.tenant_id = r.tenant_id and i.identity_id = r.identity_id
      where r.tenant_id = ? and r.cause_id = ? and r.cause_kind = 'activity'
      order by r.programme""";

  private final Database database;
  private final FactIntake intake;
  private final IdentityHistory history;
  private final JournalledFacts facts;

  Activities(Database database, FactIntake intake, IdentityHistory history, JournalledFacts facts) {
    this.database = database;
    this.intake = intake;
    this.history = history;
    this.facts = facts;
  }

  /**
   * Takes an activity. It belongs to one of the customer's identities for ever: that by which the
   * customer was known first, if it is still theirs.
   *
   * @return empty when no identity belongs to the customer
   */
  public Optional<Activity> record(UUID customerId, String type, Instant happenedAt) {
    Instant at = happenedAt.truncatedTo(ChronoUnit.MICROS);
    return history
        .first(customerId)
        .map(identity -> new ActivityFact(Ids.next(), identity, 1, type, at, false))
        .flatMap(
            fact -> {
              intake.take(List.of(fact));
              return find(fact.id());
            });
  }

  /** One activity. */
  public Optional<Activity> find(UUID id) {
    List<Row> rows =
        database.list(
            RATED,
            to -> to.tenant().uuid(id),
            row ->
                new Row(
                    row.getObject("identity_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    EventJson.read(row.getString("explanation"), Explanation.class)));
    return rows.stream().findFirst().flatMap(first -> activity(id, first, rows));
  }

  /** Lets an activity no longer count; nothing happens when it did not anyway. */
  public Optional<Activity> withdraw(UUID id) {
    Optional<Activity> before = find(id);
    if (before.isPresent() && !before.get().fact().withdrawn()) {
      intake.take(List.of(before.get().fact().withdraw()));
      return find(id);
    }
    return before;
  }

  private Optional<Activity> activity(UUID id, Row first, List<Row> rows) {
    List<Fact> known =
        facts.of(List.of(first.identityId())).getOrDefault(first.identityId(), List.of());
    return known.stream()
        .filter(fact -> fact.id().equals(id))
        .filter(ActivityFact.class::isInstance)
        .map(ActivityFact.class::cast)
        .findFirst()
        .map(
            fact ->
                new Activity(
                    fact, first.customerId(), rows.stream().map(Row::explanation).toList()));
  }

  private record Row(UUID identityId, UUID customerId, Explanation explanation) {}
}
