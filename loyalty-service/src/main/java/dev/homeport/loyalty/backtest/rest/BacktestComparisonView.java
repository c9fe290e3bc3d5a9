package dev.homeport.loyalty.backtest.rest;

import dev.homeport.loyalty.backtest.Comparison;
import dev.homeport.loyalty.backtest.Difference;
import dev.homeport.platform.id.Ids;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who would have more or less. */
@Schema(
    name = "BacktestComparison",
    description = "Members by what they would hold in the end, beside what they hold.")
record BacktestComparisonView(
    @Schema(description = "Members who would have more.", examples = "812") long better,
    @Schema(description = "How much more, together.", examples = "40120") long gained,
    @Schema(description = "Members who would have less.", examples = "3") long worse,
    @Schema(description = "How much less, together.", examples = "17") long lost,
    @Schema(description = "Members who would have as many.", examples = "3557") long same,
    @Schema(description = "Those who gain most, at most ten, the most first.") List<Member> gainers,
    @Schema(description = "Those who lose most, at most ten, the most first.")
        List<Member> losers) {

  /** A member. */
  @Schema(name = "BacktestMember")
  record Member(
      @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") String customerId,
      @Schema(description = "What the member would hold.", examples = "1800") long points,
      @Schema(description = "What the member holds as it is.", examples = "1200") long today,
      @Schema(description = "The first less the second.", examples = "600") long difference) {
    static Member from(Difference one) {
      return new Member(
          Ids.show("cus", one.customerId()), one.points(), one.today(), one.difference());
    }
  }

  static BacktestComparisonView from(Comparison comparison) {
    return new BacktestComparisonView(
        comparison.better(),
        comparison.gained(),
        comparison.worse(),
        comparison.lost(),
        comparison.same(),
        comparison.gainers().stream().map(Member::from).toList(),
        comparison.losers().stream().map(Member::from).toList());
  }
}
