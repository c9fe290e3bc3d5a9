package dev.homeport.loyalty.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.rating.Award;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.loyalty.rating.Rated;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order would earn and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DryRunResult", description = "What the order would earn, and why.")
record DryRunView(
    @Schema(description = "0 when no version runs then.", examples = "1") int programmeVersion,
    @Schema(description = "As in the rating of an order.", examples = "earned") String outcome,
    @Schema(examples = "23") long points,
    @Schema(description = "The amount that counts.", examples = "23.88") @Nullable String basis,
    @Schema(examples = "Earns 23: 23.88 EUR at 1 a unit, rounded (floor).") String explanation,
    @Schema(description = "When the points could be used.") @Nullable Instant usableFrom,
    @Schema(description = "When they would expire; absent: never.") @Nullable Instant expiresAt,
    @Schema(description = "Every rule that was considered, in the order of the programme.")
        List<RuleView> rules,
    @Schema(description = "Caps of all rules together, as far as they had a say.")
        List<CapView> caps) {

  static DryRunView from(Rated rated) {
    Explanation explanation = rated.explanation();
    Explanation.Counted counted = explanation.counted();
    Award first = rated.awards().isEmpty() ? null : rated.awards().getFirst();
    return new DryRunView(
        explanation.version(),
        RatingView.kebab(explanation.reason()),
        explanation.points(),
        counted == null ? null : counted.amount().toPlainString(),
        explanation.text(),
        first == null ? null : first.usableFrom(),
        first == null ? null : first.expiresAt(),
        explanation.rules().stream().map(RuleView::from).toList(),
        explanation.caps().stream().map(CapView::from).toList());
  }
}
