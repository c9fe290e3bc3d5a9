package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Spend;
import dev.homeport.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was spent in a month. */
@Schema(name = "MarketingSpend")
record SpendView(
    @Schema(description = "Year and month.", examples = "2026-11") String month,
    @Schema(description = "The acquisition channel.", examples = "Paid search") String channel,
    @Schema(examples = "autumn-sale") @Nullable String campaign,
    @Schema(examples = "DE") @Nullable String market,
    Money amount,
    @Schema(
            implementation = String.class,
            description = "Units of the reporting currency for one of the amount's.",
            examples = "1")
        BigDecimal rate,
    @Schema(description = "In the reporting currency, by that rate.") Money reportingAmount,
    @Schema(description = "When it was stated.") Instant statedAt) {

  static final String EXAMPLE =
      """
      {"month": "2026-11", "channel": "Paid search", "campaign": "autumn-sale", "market": "DE",
       "amount": {"amount": "1250.5", "currency": "EUR"}, "rate": "1",
       "reportingAmount": {"amount": "1250.5", "currency": "EUR"},
       "statedAt": "2026-12-01T08:00:00Z"}""";

  static SpendView from(Spend spend, Currency reporting) {
    return new SpendView(
        spend.key().month().toString(),
        spend.key().channel(),
        spend.key().campaign().orElse(null),
        spend.key().market().orElse(null),
        new Money(spend.amount(), spend.currency()),
        spend.rate(),
        new Money(spend.reporting(), reporting),
        spend.statedAt());
  }
}
