package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Scope;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers are scored. */
@Schema(name = "RfmScoring")
record ScoringView(
    @Schema(examples = "germany") String key,
    @Schema(examples = "Germany, last year") String name,
    @Schema(description = "How many scores each measure has.", examples = "5") int buckets,
    @Schema(description = "Absent: everything counts.", examples = "365")
        @Nullable Integer windowDays,
    @Schema(examples = "DE") @Nullable String market,
    @Schema(examples = "shop-de") @Nullable String channel,
    @Schema(examples = "grid25") String grid,
    @Schema(description = "Rises with every change; the ETag.", examples = "1") long version) {

  static final String EXAMPLE =
      """
      {"key": "germany", "name": "Germany, last year", "buckets": 5, "windowDays": 365,
       "market": "DE", "grid": "grid25", "version": 1}""";

  static final String PAGE =
      """
      {"items": [{"key": "default", "name": "Default", "buckets": 5, "grid": "grid25",
       "version": 1}]}""";

  static ScoringView of(Versioned<Scoring> stored) {
    Scoring scoring = stored.value();
    return new ScoringView(
        scoring.key(),
        scoring.name(),
        scoring.buckets(),
        scoring.windowDays().isPresent() ? scoring.windowDays().getAsInt() : null,
        scoring.scope() instanceof Scope.Market(String code) ? code : null,
        scoring.scope() instanceof Scope.Channel(String code) ? code : null,
        scoring.grid(),
        stored.version());
  }
}
