package dev.homeport.loyalty.reward.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants a reward. */
@Schema(name = "NewVoucher", description = "Who wants a reward.")
record NewVoucher(
    @Schema(examples = "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11") @NotNull @Size(max = 40)
        String customerId,
    @Schema(
            description =
                "The identity that spends, one of the customer's; absent: the one by which the"
                    + " customer was known first.")
        @Size(max = 40)
        @Nullable String identityId,
    @Schema(
            description =
                "Where it is to be used; needed where the reward has a price for each market.",
            examples = "DE")
        @Size(min = 1, max = 64)
        @Nullable String market) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_6f1c1d1e-2f5b-8a61-9d55-1b0f3d6a7c11"}""";
}
