package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers are to be scored. */
@Schema(name = "RfmScoringDocument")
record ScoringDocument(
    @Schema(description = "For people.", examples = "Germany, last year") @NotBlank @Size(max = 100)
        String name,
    @Schema(description = "How many scores each measure has; absent: 5.", examples = "5")
        @Min(Scoring.MIN_BUCKETS)
        @Max(Scoring.MAX_BUCKETS)
        @Nullable Integer buckets,
    @Schema(
            description =
                "How many days back orders and returns count, today among them; absent: all do.",
            examples = "365")
        @Min(1)
        @Max(Scoring.MAX_WINDOW)
        @Nullable Integer windowDays,
    @Schema(
            description =
                "Only what was ordered in this market; absent: in all. Not together with a channel.",
            examples = "DE")
        @Size(min = 1, max = 64)
        @Nullable String market,
    @Schema(
            description =
                "Only what was ordered on this channel; absent: on all. Not together with a market.",
            examples = "shop-de")
        @Size(min = 1, max = 64)
        @Nullable String channel,
    @Schema(
            description = "Key of the grid that makes groups of the scores; absent: grid25.",
            examples = "grid25")
        @Size(min = 1, max = SettingKey.LENGTH)
        @Nullable String grid) {
  private static final int BUCKETS = 5;

  static final String EXAMPLE =
      """
      {"name": "Germany, last year", "buckets": 5, "windowDays": 365, "market": "DE",
       "grid": "grid25"}""";

  Scoring scoring(String key) {
    return new Scoring(
        key,
        name,
        buckets == null ? BUCKETS : buckets,
        windowDays == null ? OptionalInt.empty() : OptionalInt.of(windowDays),
        scope(),
        grid == null ? Grid.STANDARD : grid);
  }

  private Scope scope() {
    if (market != null && channel != null) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/channel", "cannot be said together with a market");
    }
    if (market != null) {
      return new Scope.Market(market);
    }
    return channel == null ? new Scope.Tenant() : new Scope.Channel(channel);
  }
}
