package dev.homeport.loyalty.backtest.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be tried. */
@Schema(name = "NewBacktest", description = "What is to be tried.")
record NewBacktest(
    @Schema(
            description =
                "A version of the programme, drafts too; absent: the programme as it ran, which"
                    + " gives what the ledger holds.",
            examples = "1")
        @Min(1)
        @Max(1_000_000)
        @Nullable Integer version,
    @Schema(
            description =
                "From when on the version counts and figures are told; what happened before is"
                    + " rated by the versions of its time. Absent: as long as the programme has run.",
            examples = "2026-01-01T00:00:00Z")
        @Nullable Instant from,
    @Schema(
            description = "What happened at this moment or later is left out. Absent: nothing.",
            examples = "2026-11-01T00:00:00Z")
        @Nullable Instant to,
    @Schema(
            description =
                "Whether to tell also what the programme as it is gives, and who would have more or"
                    + " less than that. Without a version there is nothing to compare.",
            defaultValue = "true",
            examples = "true")
        @Nullable Boolean compare) {

  static final String EXAMPLE =
      """
      {"version": 1, "from": "2026-01-01T00:00:00Z", "to": "2026-11-01T00:00:00Z"}""";
}
