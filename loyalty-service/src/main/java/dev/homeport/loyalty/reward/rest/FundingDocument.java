package dev.homeport.loyalty.reward.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.homeport.loyalty.reward.Funding;
import dev.homeport.platform.money.Decimal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of a reward a partner pays for. */
@Schema(name = "RewardFunding", description = "Which part of a reward a partner pays for.")
record FundingDocument(
    @Schema(description = "By your own name for them.", examples = "Tea & Co")
        @NotNull
        @Pattern(regexp = ".*\\S.*")
        @Size(min = 1, max = 100)
        String partner,
    @Schema(
            implementation = String.class,
            pattern = Decimal.PATTERN,
            description = "Above 0, at most 100, at most two decimals.",
            examples = "40")
        @NotNull
        @JsonDeserialize(using = Decimal.StringReader.class)
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        BigDecimal percent) {

  static @Nullable FundingDocument from(@Nullable Funding funding) {
    return funding == null ? null : new FundingDocument(funding.partner(), funding.percent());
  }

  Funding read() {
    return new Funding(partner, percent);
  }
}
