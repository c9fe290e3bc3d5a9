package dev.homeport.loyalty.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.loyalty.rating.StoredRating;
import dev.homeport.platform.id.Ids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order earns and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderRating", description = "What an order earns as it now stands, and why.")
record RatingView(
    @Schema(examples = "ord_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String orderId,
    String identityId,
    @Schema(description = "The revision of the order that was rated.") long revision,
    @Schema(examples = "points") String programme,
    @Schema(description = "0 when no version was running then.", examples = "1")
        int programmeVersion,
    @Schema(
            description =
                "The first rule that gives points, else the first one that was looked at.",
            examples = "points-per-currency")
        @Nullable String rule,
    @Schema(
            description =
                "`earned`, or why nothing was: `too-small`, `cancelled`, `fully-returned`,"
                    + " `before-start`, `after-end`, `no-rate`, `no-stored-rate`, or the reason of the"
                    + " first rule.",
            examples = "earned")
        String outcome,
    @Schema(examples = "79") long points,
    @Schema(description = "The amount that counted.", examples = "79.49") @Nullable String basis,
    @Schema(examples = "EUR") @Nullable String currency,
    @Schema(description = "What that rule gives for each unit.", examples = "1")
        @Nullable String rate,
    @Schema(description = "How the points became whole, once.", examples = "floor")
        @Nullable String rounding,
    @Schema(examples = "Earns 79: 79.49 EUR at 1 a unit, rounded (floor).") String explanation,
    @Schema(description = "Every rule that was considered, in the order of the programme.")
        List<RuleView> rules,
    @Schema(description = "Caps of all rules together, as far as they had a say.")
        List<CapView> caps) {

  static RatingView from(StoredRating stored) {
    Explanation explanation = stored.explanation();
    Optional<Explanation.Considered> first =
        explanation.rules().stream()
            .filter(rule -> rule.points() > 0)
            .findFirst()
            .or(() -> explanation.rules().stream().findFirst());
    Explanation.Counted counted = explanation.counted();
    RoundingMode rounding = explanation.rounding();
    return new RatingView(
        Ids.show("ord", stored.orderId()),
        Ids.show("idn", stored.identityId()),
        stored.revision(),
        explanation.programme(),
        explanation.version(),
        first.map(Explanation.Considered::rule).orElse(null),
        kebab(explanation.reason()),
        explanation.points(),
        counted == null ? null : counted.amount().toPlainString(),
        counted == null ? null : counted.currency().getCurrencyCode(),
        first
            .map(Explanation.Considered::arithmetic)
            .map(Explanation.Arithmetic::rate)
            .map(BigDecimal::toPlainString)
            .orElse(null),
        rounding == null ? null : kebab(rounding),
        explanation.text(),
        explanation.rules().stream().map(RuleView::from).toList(),
        explanation.caps().stream().map(CapView::from).toList());
  }

  static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
