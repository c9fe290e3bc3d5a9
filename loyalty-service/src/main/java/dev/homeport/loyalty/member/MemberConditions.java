package dev.homeport.loyalty.member;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.expression.Expressions;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks conditions of members: what they have done, their tier, the calendar. */
@ApplicationScoped
public class MemberConditions {
  private final RunningProgrammes programmes;
  private final IdentityHistory history;
  private final JournalledFacts facts;

  MemberConditions(RunningProgrammes programmes, IdentityHistory history, JournalledFacts facts) {
    this.programmes = programmes;
    this.history = history;
    this.facts = facts;
  }

  /**
   * The answer of a condition that was sound when it was stated, with all that it read.
   *
   * @param programme by its key
   * @param identity one of the member's
   */
  public Explanation.Asked ask(String programme, String condition, UUID identity, Instant moment) {
    Versions versions = programmes.find(programme).orElseThrow();
    Set<UUID> group = history.groups(List.of(identity)).getOrDefault(identity, Set.of(identity));
    List<Fact> all = facts.of(group).values().stream().flatMap(List::stream).toList();
    return Engine.ask(
        versions, all, history.memberships(group), identity, moment, expression(condition));
  }

  private static Expression expression(String condition) {
    return switch (Expressions.memberCondition(condition)) {
      case Expressions.Check.Sound(Expression expression) -> expression;
      case Expressions.Check.Faulty(List<String> faults) ->
          throw new IllegalStateException(condition + ": " + faults);
    };
  }
}
