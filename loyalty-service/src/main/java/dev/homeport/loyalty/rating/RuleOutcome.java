package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.programme.EarningRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule while an order is being rated: what has become of it so far. */
final class RuleOutcome {
  final EarningRule rule;
  final @Nullable Instant budgetSpentAt;
  Reason reason = Reason.EARNED;
  Explanation.@Nullable Asked when;
  List<Explanation.AskedLine> lines = List.of();
  Explanation.@Nullable Minimum minimum;
  Explanation.@Nullable Cooldown cooldown;
  Explanation.@Nullable Arithmetic arithmetic;
  final List<Explanation.Capped> caps = new ArrayList<>();
  long points;

  RuleOutcome(EarningRule rule, @Nullable Instant budgetSpentAt) {
    this.rule = rule;
    this.budgetSpentAt = budgetSpentAt;
  }

  /** Whether nothing has stood in its way so far. */
  boolean counts() {
    return reason == Reason.EARNED;
  }

  BigDecimal exact() {
    return counts() && arithmetic != null ? arithmetic.exact() : BigDecimal.ZERO;
  }

  Explanation.Considered considered() {
    return new Explanation.Considered(
        rule.key(),
        reason,
        points,
        bids(),
        window(),
        budgetSpentAt,
        when,
        lines,
        minimum,
        cooldown,
        arithmetic,
        caps);
  }

  /** Whether it is one of those of which only the best counts. */
  boolean bids() {
    return rule.stacking() == EarningRule.Stacking.BEST;
  }

  private Explanation.@Nullable Window window() {
    return rule.from() == null && rule.until() == null
        ? null
        : new Explanation.Window(rule.from(), rule.until());
  }
}
