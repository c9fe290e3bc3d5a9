package dev.homeport.loyalty.backtest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.loyalty.backtest.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a backtest. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BacktestResult", description = "What came of a backtest.")
record BacktestResultView(
    @Schema(description = "Members of whom anything is known.", examples = "4372") long members,
    @Schema(description = "What the journal holds of them.", examples = "22190") long events,
    @Schema(
            description =
                "How members are taken to behave: as they did. Nobody orders more, or spends more"
                    + " or less, because of another programme.",
            examples = BEHAVIOUR)
        String behaviour,
    @Schema(description = "What was tried.") BacktestSideView tried,
    @Schema(description = "The programme as it is, over the same time; absent: not asked for.")
        @Nullable BacktestSideView today,
    @Schema(description = "Who would have more or less than today; absent: not asked for.")
        @Nullable BacktestComparisonView comparison) {

  static final String BEHAVIOUR =
      "held constant: the orders, returns, activities and spends are the real ones";

  static BacktestResultView from(BacktestResult result) {
    BacktestResult.Side today = result.today();
    Comparison comparison = result.comparison();
    return new BacktestResultView(
        result.members(),
        result.events(),
        BEHAVIOUR,
        BacktestSideView.from(result.tried()),
        today == null ? null : BacktestSideView.from(today),
        comparison == null ? null : BacktestComparisonView.from(comparison));
  }
}
