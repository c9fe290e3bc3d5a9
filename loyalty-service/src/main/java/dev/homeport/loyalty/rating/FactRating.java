package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Cap;
import dev.homeport.loyalty.programme.Formula;
import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rates one order or activity: first every rule by itself, then of those of which only the best
 * counts the best, then those that multiply, each in the order of the document; then the exact
 * points become whole, once, and whole points go through the caps of each rule and those of all
 * rules.
 */
final class FactRating {
  private final ProgrammeVersion version;
  private final ProgrammeDocument document;
  private final Occasion occasion;
  private final Past past;
  private final LocalDate day;
  private final Inputs inputs;
  private final Conditions conditions;
  private final List<RuleOutcome> outcomes;

  FactRating(ProgrammeVersion version, Occasion occasion, Past past) {
    this.version = version;
    this.document = version.document();
    this.occasion = occasion;
    this.past = past;
    var at = occasion.at().atZone(version.zone());
    this.day = at.toLocalDate();
    this.inputs = new Inputs(occasion, document.basis(), past, at);
    this.conditions = new Conditions(occasion, document.basis(), past, inputs);
    this.outcomes =
        document.rules().stream()
            .filter(rule -> Objects.equals(rule.activity(), occasion.activity()))
            .map(rule -> new RuleOutcome(rule, version.ruleEnds().get(rule.key())))
            .toList();
  }

  Explanation rate() {
    for (RuleOutcome outcome : outcomes) {
      conditions.check(outcome);
      if (outcome.counts()) {
        apply(outcome);
      }
    }
    chooseBest();
    multiply();
    round();
    outcomes.forEach(this::capRule);
    List<Explanation.Capped> caps = capAll();
    long points = outcomes.stream().mapToLong(outcome -> outcome.points).sum();
    return new Explanation(
        document.key(),
        version.number(),
        occasion.at(),
        points > 0 ? Reason.EARNED : whyNothing(),
        points,
        occasion.counted(),
        document.rounding(),
        outcomes.stream().map(RuleOutcome::considered).toList(),
        caps,
        null);
  }

  private void apply(RuleOutcome outcome) {
    switch (outcome.rule.formula()) {
      case Formula.Rate rate -> rate(outcome, rate);
      case Formula.Fixed(BigDecimal points) -> each(outcome, "fixed", BigDecimal.ONE, points);
      case Formula.PerLine(BigDecimal points) ->
          each(outcome, "per-line", conditions.lines(outcome), points);
      case Formula.PerUnit(BigDecimal points) ->
          each(outcome, "per-unit", conditions.units(outcome), points);
      case Formula.Computed(Expression points) -> compute(outcome, points);
      case Formula.Multiply _ -> {
        // when all others are known
      }
    }
  }

  private void rate(RuleOutcome outcome, Formula.Rate formula) {
    BigDecimal amount = conditions.amount(outcome);
    switch (formula.rates().isEmpty() ? rates(amount, formula) : ownRates(amount, formula)) {
      case Rates.Counts(Explanation.Arithmetic arithmetic) -> outcome.arithmetic = arithmetic;
      case Rates.Nothing(Reason reason) -> outcome.reason = reason;
    }
  }

  private Rates rates(BigDecimal amount, Formula.Rate formula) {
    return Rates.of(
        document.currencies(),
        order().market(),
        order().currency(),
        order().exchange(),
        amount,
        formula.factor());
  }

  private Rates ownRates(BigDecimal amount, Formula.Rate formula) {
    BigDecimal rate = formula.rates().get(order().currency());
    return rate == null
        ? new Rates.Nothing(Reason.NO_RATE)
        : Rates.byTable(rate, amount, formula.factor());
  }

  private static void each(RuleOutcome outcome, String kind, BigDecimal count, BigDecimal points) {
    outcome.arithmetic =
        new Explanation.Arithmetic(kind, count, null, points, null, null, count.multiply(points));
  }

  private void compute(RuleOutcome outcome, Expression points) {
    Explanation.Asked asked = inputs.ask(points);
    if (asked.answer().equals("undefined")) {
      outcome.reason = Reason.UNDEFINED;
      outcome.arithmetic =
          new Explanation.Arithmetic("expression", null, null, null, null, asked, BigDecimal.ZERO);
      return;
    }
    outcome.arithmetic =
        new Explanation.Arithmetic(
            "expression",
            null,
            null,
            null,
            null,
            asked,
            new BigDecimal(asked.answer()).max(BigDecimal.ZERO));
  }

  private void chooseBest() {
    List<RuleOutcome> bidding =
        outcomes.stream().filter(RuleOutcome::bids).filter(RuleOutcome::counts).toList();
    @Nullable RuleOutcome best =
        bidding.stream().reduce((a, b) -> b.exact().compareTo(a.exact()) > 0 ? b : a).orElse(null);
    for (RuleOutcome outcome : bidding) {
      if (outcome != best) {
        outcome.reason = Reason.OUTBID;
      }
    }
  }

  private void multiply() {
    BigDecimal before = BigDecimal.ZERO;
    for (RuleOutcome outcome : outcomes) {
      if (outcome.counts()
          && outcome.rule.formula() instanceof Formula.Multiply(BigDecimal factor)) {
        outcome.arithmetic =
            new Explanation.Arithmetic(
                "multiply",
                before,
                null,
                null,
                factor,
                null,
                before.multiply(factor.subtract(BigDecimal.ONE)));
        if (before.signum() == 0) {
          outcome.reason = Reason.NOTHING_TO_MULTIPLY;
        }
      }
      before = before.add(outcome.exact());
    }
  }

  /** Whole points of a rule are what the sum gains by it, so that all together round once. */
  private void round() {
    BigDecimal sum = BigDecimal.ZERO;
    long whole = 0;
    for (RuleOutcome outcome : outcomes) {
      sum = sum.add(outcome.exact());
      long next = sum.setScale(0, document.rounding()).longValueExact();
      outcome.points = next - whole;
      whole = next;
      if (outcome.counts() && outcome.points == 0) {
        outcome.reason = Reason.TOO_SMALL;
      }
    }
  }

  private void capRule(RuleOutcome outcome) {
    for (Cap cap : outcome.rule.caps()) {
      if (outcome.points > 0) {
        long used =
            cap.per() == Cap.Period.ORDER ? 0 : past.given(outcome.rule.key(), cap.per(), day);
        long given = through(cap, used, outcome.points);
        outcome.caps.add(capped(cap, used, outcome.points, given));
        cut(outcome, cap, given);
      }
    }
  }

  private List<Explanation.Capped> capAll() {
    var capped = new ArrayList<Explanation.Capped>();
    for (Cap cap : document.caps()) {
      long asked = outcomes.stream().mapToLong(outcome -> outcome.points).sum();
      if (asked > 0) {
        long used = cap.per() == Cap.Period.ORDER ? 0 : past.given(cap.per(), day);
        long given = through(cap, used, asked);
        capped.add(capped(cap, used, asked, given));
        spread(cap, given);
      }
    }
    return capped;
  }

  /** What is given goes to the rules in their order. */
  private void spread(Cap cap, long given) {
    long left = given;
    for (RuleOutcome outcome : outcomes) {
      long mine = Math.min(outcome.points, left);
      left -= mine;
      if (outcome.points > 0) {
        cut(outcome, cap, mine);
      }
    }
  }

  private static void cut(RuleOutcome outcome, Cap cap, long given) {
    outcome.points = given;
    if (given == 0) {
      outcome.reason = cap.over() == Cap.Over.REJECT ? Reason.CAP_REJECTED : Reason.CAP_REACHED;
    }
  }

  private static long through(Cap cap, long used, long asked) {
    long left = Math.max(0, cap.points() - used);
    if (asked <= left) {
      return asked;
    }
    return cap.over() == Cap.Over.TRUNCATE ? left : 0;
  }

  private static Explanation.Capped capped(Cap cap, long used, long asked, long given) {
    return new Explanation.Capped(cap.per(), cap.points(), cap.over(), used, asked, given);
  }

  private Reason whyNothing() {
    return outcomes.stream()
        .map(outcome -> outcome.reason)
        .min(Comparator.comparing(reason -> reason == Reason.NOTHING_TO_MULTIPLY))
        .orElse(Reason.NO_RULE);
  }

  private OrderFact order() {
    return occasion.order();
  }
}
