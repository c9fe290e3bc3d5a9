package dev.homeport.loyalty.grant.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points to be given. */
@Schema(name = "NewGrant", description = "Points to be given, and why.")
record NewGrant(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") @NotNull @Size(max = 40)
        String customerId,
    @Schema(
            description = "The key of the programme whose points they are; absent: the oldest.",
            examples = "points")
        @Size(max = 40)
        @Nullable String programme,
    @Schema(examples = "200") @NotNull @Min(1) @Max(1_000_000_000) Long points,
    @Schema(description = "In the future. Absent: as points that the programme gives now.")
        @Nullable Instant expiresAt,
    @Schema(description = "Why, for people.", examples = "Parcel 4711 came a week late")
        @NotNull
        @Size(min = 1, max = 200)
        String reason) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11", "points": 200,
       "reason": "Parcel 4711 came a week late"}""";
}
