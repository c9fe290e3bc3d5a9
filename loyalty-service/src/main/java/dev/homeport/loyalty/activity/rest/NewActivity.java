package dev.homeport.loyalty.activity.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a member did. */
@Schema(name = "NewActivity", description = "Something that a member did besides ordering.")
record NewActivity(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") @NotNull @Size(max = 40)
        String customerId,
    @Schema(description = "As rules of the programmes name it in `activity`.", examples = "review")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        @Size(max = 40)
        String type,
    @Schema(description = "When it happened; not in the future. Absent: now.")
        @Nullable Instant happenedAt) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11", "type": "review",
       "happenedAt": "2026-11-03T09:30:00Z"}""";
}
