package dev.homeport.loyalty.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.rating.Explanation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RatingRule", description = "A rule, its inputs and arithmetic, and what it gives.")
record RuleView(
    @Schema(examples = "points-per-currency") String rule,
    @Schema(
            description =
                "`earned`, or why it gives nothing: `condition`, `undefined`, `not-in-time`,"
                    + " `below-minimum`, `cooling-down`, `no-rate`, `no-stored-rate`, `too-small`,"
                    + " `outbid`,"
                    + " `nothing-to-multiply`, `cap-reached`, `cap-rejected`, `budget-spent`.",
            examples = "earned")
        String outcome,
    @Schema(examples = "79") long points,
    @Schema(description = "When the budget of the rule was spent; absent while it is not.")
        @Nullable Instant budgetSpentAt,
    @Schema(description = "Its condition, as far as it was asked.") @Nullable Asked condition,
    @Schema(description = "What is missing to the least amount.", examples = "3.20")
        @Nullable String missing,
    @Schema(description = "The last order before this one that it gave points to.")
        @Nullable Instant lastGivenAt,
    @Schema(
            description =
                "How it counts: `rate`, `stored-rate`, `fixed`, `per-line`, `per-unit`,"
                    + " `expression` or `multiply`.",
            examples = "rate")
        @Nullable String formula,
    @Schema(description = "The amount, or how many lines or pieces.", examples = "79.49")
        @Nullable String count,
    @Schema(
            description = "Units of another currency for one of the order's, as kept with it.",
            examples = "1.19717466778")
        @Nullable String exchangeRate,
    @Schema(description = "That other currency.", examples = "EUR")
        @Nullable String exchangeCurrency,
    @Schema(
            description = "Points for each; with an exchange rate for each unit of that currency.",
            examples = "1")
        @Nullable String rate,
    @Schema(examples = "1") @Nullable String factor,
    @Schema(description = "The expression that gives the points.") @Nullable Asked expression,
    @Schema(description = "Points before rounding and caps.", examples = "79.49")
        @Nullable String exact,
    @Schema(description = "Its caps, as far as they had a say.") List<CapView> caps) {

  /** An expression and its answer. */
  @Schema(name = "RatingExpression", description = "An expression, all it read, and its answer.")
  record Asked(
      @Schema(examples = "order.amount >= 50") String expression,
      @Schema(examples = "{\"order.amount\": \"79.49\"}") Map<String, String> inputs,
      @Schema(description = "`true`, `false`, a number or `undefined`.", examples = "true")
          String answer) {

    static Asked from(Explanation.Asked asked) {
      var inputs = new TreeMap<String, String>();
      asked.inputs().forEach((name, value) -> inputs.put(name, value.toString()));
      return new Asked(asked.expression(), inputs, asked.answer());
    }
  }

  static RuleView from(Explanation.Considered rule) {
    Optional<Explanation.Arithmetic> arithmetic = Optional.ofNullable(rule.arithmetic());
    return new RuleView(
        rule.rule(),
        RatingView.kebab(rule.reason()),
        rule.points(),
        rule.budgetSpentAt(),
        Optional.ofNullable(rule.when()).map(Asked::from).orElse(null),
        Optional.ofNullable(rule.minimum())
            .map(Explanation.Minimum::missing)
            .map(BigDecimal::toPlainString)
            .orElse(null),
        Optional.ofNullable(rule.cooldown()).map(Explanation.Cooldown::last).orElse(null),
        arithmetic.map(Explanation.Arithmetic::kind).orElse(null),
        RatingView.plain(arithmetic.map(Explanation.Arithmetic::count).orElse(null)),
        RatingView.plain(
            arithmetic.map(Explanation.Arithmetic::exchange).map(Exchange::rate).orElse(null)),
        arithmetic
            .map(Explanation.Arithmetic::exchange)
            .map(exchange -> exchange.into().getCurrencyCode())
            .orElse(null),
        RatingView.plain(arithmetic.map(Explanation.Arithmetic::rate).orElse(null)),
        RatingView.plain(arithmetic.map(Explanation.Arithmetic::factor).orElse(null)),
        arithmetic.map(Explanation.Arithmetic::expression).map(Asked::from).orElse(null),
        RatingView.plain(arithmetic.map(Explanation.Arithmetic::exact).orElse(null)),
        rule.caps().stream().map(CapView::from).toList());
  }
}
