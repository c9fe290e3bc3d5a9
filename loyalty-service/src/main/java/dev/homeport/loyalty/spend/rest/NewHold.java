package dev.homeport.loyalty.spend.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points to be set aside for a while. */
@Schema(name = "NewHold", description = "Points to be set aside for a while.")
record NewHold(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") @NotNull @Size(max = 40)
        String customerId,
    @Schema(
            description =
                "The identity that spends, one of the customer's; absent: the one by which the"
                    + " customer was known first.")
        @Size(max = 40)
        @Nullable String identityId,
    @Schema(description = "The programme's key; absent: the oldest.", examples = "points")
        @Size(max = 40)
        @Nullable String programme,
    @Schema(description = "How many; or else `worth`.", examples = "500")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long points,
    @Schema(
            description =
                "What they are to pay for, instead of `points`: as many as that takes by what the"
                    + " programme says points are worth (`burn`), rounded up.")
        @Valid
        @Nullable WorthDocument worth,
    @Schema(
            description =
                "The order that they are for: when it is cancelled they are there again, and when"
                    + " something of it comes back, that share of them.")
        @Size(max = 40)
        @Nullable String orderId,
    @Schema(description = "What they are for, in your words.", examples = "basket 4711")
        @Size(min = 1, max = 100)
        @Nullable String reference,
    @Schema(
            description = "How long they are set aside at most, in minutes.",
            examples = "30",
            defaultValue = "30")
        @Min(1)
        @Max(10_080)
        @Nullable Integer minutes) {

  private static final int MINUTES = 30;

  static final String EXAMPLE =
      """
      {"customerId": "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11", "points": 25,
       "reference": "basket 4711", "minutes": 15}""";

  NewRedemption spending() {
    return new NewRedemption(customerId, identityId, programme, points, worth, orderId, reference);
  }

  Duration time() {
    return Duration.ofMinutes(minutes == null ? MINUTES : minutes);
  }
}
