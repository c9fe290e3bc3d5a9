package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.programme.EarningRule;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends rules of which the budget is spent. What was given before stays, and so does what is given
 * until this looks: a rule gives somewhat more than its budget when much happens at once.
 */
@ApplicationScoped
class RuleBudgets implements DueWork {
  /** Whoever is rated just now has seen the rule as it was. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  private static final String GIVEN =
      """
      select coalesce(sum(size), 0) from lot
      where tenant_id = ? and programme = ? and rule = ?""";

  private static final String END =
      """
      insert into rule_end (tenant_id, programme, rule, ended_at, given) values (?, ?, ?, ?, ?)
      on conflict do nothing""";

  private final Database database;
  private final RunningProgrammes programmes;
  private final Clock clock;

  RuleBudgets(Database database, RunningProgrammes programmes, Clock clock) {
    this.database = database;
    this.programmes = programmes;
    this.clock = clock;
  }

  private record Spent(String programme, String rule, long given) {}

  @Override
  public Optional<Instant> next(Instant horizon) {
    return spent(horizon).isEmpty() ? Optional.empty() : Optional.of(horizon);
  }

  @Override
  public void run(Instant horizon) {
    Instant endedAt = clock.instant().plus(UNDER_WAY);
    for (Spent one : spent(horizon)) {
      database.update(
          END,
          to ->
              to.tenant()
                  .text(one.programme())
                  .text(one.rule())
                  .instant(endedAt)
                  .number(one.given()));
    }
  }

  private List<Spent> spent(Instant now) {
    return programmes.all().stream().flatMap(versions -> spent(versions, now)).toList();
  }

  private Stream<Spent> spent(Versions versions, Instant now) {
    return versions.at(now).stream()
        .flatMap(
            version ->
                version.document().rules().stream()
                    .filter(rule -> !version.ruleEnds().containsKey(rule.key())))
        .flatMap(rule -> spent(versions.key(), rule).stream());
  }

  private Optional<Spent> spent(String programme, EarningRule rule) {
    Long budget = rule.budget();
    if (budget == null) {
      return Optional.empty();
    }
    long given =
        database
            .list(GIVEN, to -> to.tenant().text(programme).text(rule.key()), row -> row.getLong(1))
            .getFirst();
    return given < budget ? Optional.empty() : Optional.of(new Spent(programme, rule.key(), given));
  }
}
