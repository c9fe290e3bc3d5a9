package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.fact.OrderLine;
import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.EarningRule;
import dev.homeport.loyalty.programme.Formula;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a rule is for an order or activity, and on which part of an order. */
final class Conditions {
  private final Occasion occasion;
  private final Basis basis;
  private final Past past;
  private final Inputs inputs;

  Conditions(Occasion occasion, Basis basis, Past past, Inputs inputs) {
    this.occasion = occasion;
    this.basis = basis;
    this.past = past;
    this.inputs = inputs;
  }

  /** Looks at one after the other until one does not hold. */
  void check(RuleOutcome outcome) {
    EarningRule rule = outcome.rule;
    if (!inTime(rule)) {
      outcome.reason = Reason.NOT_IN_TIME;
      return;
    }
    if (outcome.budgetSpentAt != null && !occasion.at().isBefore(outcome.budgetSpentAt)) {
      outcome.reason = Reason.BUDGET_SPENT;
      return;
    }
    when(outcome);
    if (outcome.counts() && rule.lines() != null) {
      outcome.lines = lines(rule.lines());
    }
    if (outcome.counts()) {
      minimum(outcome);
    }
    if (outcome.counts() && rule.cooldownDays() > 0) {
      cooldown(outcome);
    }
  }

  /** The amount that a rule counts. */
  BigDecimal amount(RuleOutcome outcome) {
    return outcome.rule.lines() == null
        ? occasion.amount()
        : counting(outcome).stream()
            .map(Explanation.AskedLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .min(occasion.amount());
  }

  /** Lines of products that a rule counts. */
  BigDecimal lines(RuleOutcome outcome) {
    return BigDecimal.valueOf(
        outcome.rule.lines() == null
            ? order().keptProducts().size()
            : counting(outcome).stream().filter(line -> line.units().signum() > 0).count());
  }

  /** Pieces of products that a rule counts. */
  BigDecimal units(RuleOutcome outcome) {
    return outcome.rule.lines() == null
        ? order().keptProducts().stream()
            .map(OrderLine::keptQuantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
        : counting(outcome).stream()
            .map(Explanation.AskedLine::units)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private OrderFact order() {
    return occasion.order();
  }

  private boolean inTime(EarningRule rule) {
    Instant at = occasion.at();
    return (rule.from() == null || !at.isBefore(rule.from()))
        && (rule.until() == null || at.isBefore(rule.until()));
  }

  private void when(RuleOutcome outcome) {
    Expression condition = outcome.rule.when();
    if (condition != null) {
      outcome.when = inputs.ask(condition);
      outcome.reason =
          switch (outcome.when.answer()) {
            case "true" -> Reason.EARNED;
            case "false" -> Reason.CONDITION;
            default -> Reason.UNDEFINED;
          };
    }
  }

  private List<Explanation.AskedLine> lines(Expression condition) {
    var asked = new ArrayList<Explanation.AskedLine>();
    for (OrderLine line : order().lines()) {
      BigDecimal units =
          line.kind() == OrderLine.Kind.PRODUCT ? line.keptQuantity() : BigDecimal.ZERO;
      asked.add(
          new Explanation.AskedLine(
              line.lineNo(), inputs.ask(condition, line), Amounts.of(basis, line), units));
    }
    return asked;
  }

  private static List<Explanation.AskedLine> counting(RuleOutcome outcome) {
    return outcome.lines.stream().filter(line -> line.asked().answer().equals("true")).toList();
  }

  private void minimum(RuleOutcome outcome) {
    BigDecimal least =
        outcome.rule.minimum().isEmpty() ? null : outcome.rule.minimum().get(order().currency());
    if (least != null && !(outcome.rule.formula() instanceof Formula.Multiply)) {
      BigDecimal counted = amount(outcome);
      BigDecimal missing = least.subtract(counted).max(BigDecimal.ZERO);
      outcome.minimum = new Explanation.Minimum(least, counted, missing);
      if (missing.signum() > 0) {
        outcome.reason = Reason.BELOW_MINIMUM;
      }
    }
  }

  private void cooldown(RuleOutcome outcome) {
    int days = outcome.rule.cooldownDays();
    Instant last = past.last(outcome.rule.key());
    outcome.cooldown = new Explanation.Cooldown(days, last);
    if (last != null && occasion.at().isBefore(last.plus(Duration.ofDays(days)))) {
      outcome.reason = Reason.COOLING_DOWN;
    }
  }
}
