package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.acquisition.Spend;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.money.Money;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was spent in a month, as it is stated. */
@Schema(name = "MarketingSpendDocument")
record SpendDocument(
    @Schema(description = "Year and month.", examples = "2026-11")
        @NotNull
        @Size(max = 7)
        @Pattern(regexp = Months.PATTERN)
        String month,
    @Schema(
            description = "The acquisition channel, as the attribution rules name it.",
            examples = "Paid search")
        @NotNull
        @Size(min = 1, max = 100)
        String channel,
    @Schema(
            description = "As orders name it. Absent: what belongs to none.",
            examples = "autumn-sale")
        @Size(min = 1, max = 200)
        @Nullable String campaign,
    @Schema(description = "Absent: what belongs to none in particular.", examples = "DE")
        @Size(min = 1, max = 64)
        @Nullable String market,
    @Schema(description = "Zero takes the statement away.") @NotNull @Valid Money amount,
    @Schema(
            description =
                "Units of the reporting currency for one unit of the amount's. Needed for an amount"
                    + " in another currency, since no reference rates are kept here.",
            implementation = String.class,
            pattern = Decimal.PATTERN,
            examples = "0.8353")
        @Nullable BigDecimal rate) {

  static final String EXAMPLE =
      """
      {"month": "2026-11", "channel": "Paid search", "campaign": "autumn-sale", "market": "DE",
       "amount": {"amount": "1250.50", "currency": "EUR"}}""";

  /**
   * The statement.
   *
   * @throws Problem 422 when the amount is below zero, or there is no telling what it is worth
   */
  Spend spend(Currency reporting, Instant now) {
    if (amount.signum() < 0) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/amount/amount", "must not be below zero");
    }
    BigDecimal used = rate(reporting);
    return new Spend(
        new Spend.Key(
            YearMonth.parse(month),
            channel,
            Optional.ofNullable(campaign),
            Optional.ofNullable(market)),
        amount.amount(),
        amount.currency(),
        used,
        amount.currency().equals(reporting)
            ? amount.amount()
            : amount.convertedTo(reporting, used).amount(),
        now);
  }

  private BigDecimal rate(Currency reporting) {
    if (amount.currency().equals(reporting)) {
      if (rate != null && rate.compareTo(BigDecimal.ONE) != 0) {
        throw Problem.of(CommonProblem.VALIDATION_FAILED)
            .at("/rate", "must be 1 for an amount in the reporting currency");
      }
      return BigDecimal.ONE;
    }
    if (rate == null) {
      throw Problem.of(AnalyticsProblem.RATE_NEEDED)
          .at(
              "/rate",
              AnalyticsProblem.RATE_NEEDED,
              "is needed: amounts are summed in " + reporting);
    }
    if (rate.signum() <= 0) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/rate", "must be above zero");
    }
    return rate;
  }
}
