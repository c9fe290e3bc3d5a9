package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Position;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a product stands on a market, among prices in one currency. */
@Schema(name = "PricePosition")
record PositionView(
    @Schema(examples = "MUG-1") String sku,
    @Schema(examples = "DE") String market,
    @Schema(description = "Absent when it was not sold there in that currency.")
        @Nullable OwnView own,
    BestView best,
    @Schema(description = "Competitors with a price in that currency.", examples = "3")
        int competitors,
    @Schema(description = "Of them below the own price; 0 without one.", examples = "1")
        int cheaper,
    @Schema(description = "The place of the own price, from 1, the lowest.", examples = "2")
        @Nullable Integer rank,
    @Schema(description = "How much the own price is above the best one.")
        @Nullable Money difference,
    @Schema(description = "In per cent of the best one; below zero when lower.", examples = "11.12")
        @Nullable Double differencePercent) {

  static final String EXAMPLE =
      """
      {"sku": "MUG-1", "market": "DE",
       "own": {"price": {"amount": "9.99", "currency": "EUR"}, "soldAt": "2025-11-19T10:00:00Z"},
       "best": {"competitor": "rival-shop", "price": {"amount": "8.99", "currency": "EUR"},
        "seenAt": "2025-11-20T08:00:00Z"},
       "competitors": 3, "cheaper": 1, "rank": 2,
       "difference": {"amount": "1", "currency": "EUR"}, "differencePercent": 11.12}""";

  /** The own price. */
  @Schema(name = "OwnPrice")
  record OwnView(
      @Schema(description = "Of one unit, as the order stated it, before discounts.") Money price,
      @Schema(description = "When it was sold last.") Instant soldAt) {}

  /** The lowest price of a competitor. */
  @Schema(name = "BestPrice")
  record BestView(
      @Schema(examples = "rival-shop") String competitor, Money price, Instant seenAt) {}

  static PositionView from(Position position) {
    Currency currency = position.key().currency();
    return new PositionView(
        position.key().sku(),
        position.key().market(),
        position
            .own()
            .map(own -> new OwnView(new Money(own.price(), currency), own.soldAt()))
            .orElse(null),
        new BestView(
            position.best().competitor(),
            new Money(position.best().price(), currency),
            position.best().seenAt()),
        position.competitors(),
        position.cheaper(),
        position.rank().isPresent() ? Integer.valueOf(position.rank().getAsInt()) : null,
        position.difference().map(amount -> new Money(amount, currency)).orElse(null),
        position.differencePercent().isPresent()
            ? Double.valueOf(position.differencePercent().getAsDouble())
            : null);
  }
}
