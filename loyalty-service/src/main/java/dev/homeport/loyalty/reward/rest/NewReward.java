package dev.homeport.loyalty.reward.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to be offered for points. */
@Schema(name = "NewReward", description = "Something to be offered for points.")
record NewReward(
    @Schema(description = "Names it; no other reward may have it.", examples = "five-off")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String key,
    @Schema(examples = "5 EUR off") @NotNull @Size(min = 1, max = 100) String name,
    @Schema(
            description = "The key of the programme whose points it costs; absent: the oldest.",
            examples = "points")
        @Size(max = 40)
        @Nullable String programme,
    @Schema(description = "What it costs.", examples = "500") @NotNull @Min(1) @Max(1_000_000_000)
        Long points,
    @NotNull @Valid BenefitDocument benefit,
    @Schema(
            description = "For how many days a voucher is good.",
            examples = "90",
            defaultValue = "365")
        @Min(1)
        @Max(3_650)
        @Nullable Integer validDays,
    @Schema(description = "How often it can be had in all; absent: no limit.", examples = "1000")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long stock,
    @Schema(description = "How often one member can have it; absent: no limit.", examples = "1")
        @Min(1)
        @Max(1_000_000)
        @Nullable Integer perMember) {

  private static final int VALID_DAYS = 365;

  static final String EXAMPLE =
      """
      {"key": "five-off", "name": "5 EUR off", "points": 500,
       "benefit": {"type": "amount-off", "amount": "5", "currency": "EUR"},
       "validDays": 90, "stock": 1000, "perMember": 1}""";

  int days() {
    return validDays == null ? VALID_DAYS : validDays;
  }
}
