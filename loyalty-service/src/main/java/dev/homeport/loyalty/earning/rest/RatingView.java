package dev.homeport.loyalty.earning.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.earning.Rating;
import dev.homeport.loyalty.earning.StoredRating;
import dev.homeport.platform.id.Ids;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order earns and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderRating", description = "What an order earns as it now stands, and why.")
record RatingView(
    @Schema(examples = "ord_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String orderId,
    String identityId,
    @Schema(description = "The revision of the order that was rated.") long revision,
    @Schema(examples = "points") String programme,
    @Schema(examples = "1") int programmeVersion,
    @Schema(examples = "points-per-currency") String rule,
    @Schema(
            description =
                "`earned`, or why nothing was: `too-small`, `cancelled`, `fully-returned`,"
                    + " `before-start`, `no-rate`.",
            examples = "earned")
        String outcome,
    @Schema(examples = "79") long points,
    @Schema(description = "The amount that counted.", examples = "79.49") String basis,
    @Schema(examples = "EUR") String currency,
    @Schema(description = "Points per unit of the currency.", examples = "1") @Nullable String rate,
    @Schema(description = "How the points became whole, once.", examples = "floor") String rounding,
    @Schema(examples = "Earns 79: 79.49 EUR at 1 a unit, rounded (floor).") String explanation) {

  static RatingView from(StoredRating stored) {
    Rating rating = stored.rating();
    BigDecimal rate = rating.rate();
    return new RatingView(
        Ids.show("ord", stored.orderId()),
        Ids.show("idn", stored.identityId()),
        stored.revision(),
        stored.programme(),
        stored.programmeVersion(),
        stored.rule(),
        kebab(rating.outcome()),
        rating.points(),
        rating.basis().toPlainString(),
        rating.currency().getCurrencyCode(),
        rate == null ? null : rate.toPlainString(),
        kebab(rating.rounding()),
        rating.explanation());
  }

  private static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
