package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.expression.Expressions;
import dev.homeport.loyalty.reward.Funding;
import dev.homeport.loyalty.reward.Price;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to be offered for points. */
@Schema(name = "NewReward", description = "Something to be offered for points.")
record NewReward(
    @Schema(description = "Names it; no other reward may have it.", examples = "five-off")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        @Size(max = 40)
        String key,
    @Schema(examples = "5 EUR off") @NotNull @Size(min = 1, max = 100) String name,
    @Schema(
            description = "The key of the programme whose points it costs; absent: the oldest.",
            examples = "points")
        @Size(max = 40)
        @Nullable String programme,
    @Schema(description = "What it costs everywhere; or `prices`.", examples = "500")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long points,
    @Schema(
            description =
                "What it costs by market, and is offered nowhere else: its vouchers are good in the"
                    + " market for which they were had.")
        @Size(min = 1, max = 250)
        @Nullable List<@NotNull @Valid PriceDocument> prices,
    @NotNull @Valid BenefitDocument benefit,
    @Schema(description = "Which part a partner pays for; absent: none.") @Valid
        @Nullable FundingDocument funding,
    @Schema(
            description =
                "A condition over `member` and `calendar` in CEL, as in programmes: who may have"
                    + " it. Absent: every member.",
            examples = "member.tier == 'gold'")
        @Size(min = 1, max = 1_000)
        @Nullable String when,
    @Schema(
            description = "For how many days a voucher is good.",
            examples = "90",
            defaultValue = "365")
        @Min(1)
        @Max(3_650)
        @Nullable Integer validDays,
    @Schema(description = "How often one voucher can be used.", examples = "1", defaultValue = "1")
        @Min(1)
        @Max(1_000)
        @Nullable Integer uses,
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
       "funding": {"partner": "Tea & Co", "percent": "40"},
       "validDays": 90, "stock": 1000, "perMember": 1}""";

  /** What it costs; a refusal says what is missing or too much. */
  Price price() {
    if ((points == null) == (prices == null)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/points", "or prices say what it costs, one of the two");
    }
    return prices == null
        ? new Price.Everywhere(Objects.requireNonNull(points))
        : PriceDocument.read(prices);
  }

  /** The condition; a refusal says what is wrong with it. */
  @Nullable String condition() {
    if (when != null && Expressions.memberCondition(when) instanceof Expressions.Check.Faulty bad) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/when", String.join("; ", bad.faults()));
    }
    return when;
  }

  @Nullable Funding funded() {
    return funding == null ? null : funding.read();
  }

  int usesOrOne() {
    return uses == null ? 1 : uses;
  }

  int days() {
    return validDays == null ? VALID_DAYS : validDays;
  }
}
