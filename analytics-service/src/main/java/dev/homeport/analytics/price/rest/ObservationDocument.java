package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Observation;
import dev.homeport.platform.money.Money;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price that was seen, as it is stated. */
@Schema(name = "PriceObservationDocument")
record ObservationDocument(
    @Schema(description = "Whatever you call the competitor.", examples = "rival-shop")
        @NotNull
        @Size(min = 1, max = 100)
        String competitor,
    @Schema(description = "Your own SKU of the product, with its case.", examples = "JUG-7")
        @NotNull
        @Size(min = 1, max = 128)
        String sku,
    @Schema(description = "Where it was seen.", examples = "DE") @NotNull @Size(min = 1, max = 64)
        String market,
    @Schema(description = "Above zero.") @NotNull @Valid Money price,
    @Schema(description = "When it was seen; not in the future.") @NotNull Instant seenAt,
    @Schema(description = "Who or what saw it. Absent: `manual`.", examples = "crawler")
        @Size(min = 1, max = 64)
        @Nullable String source) {

  static final String EXAMPLE =
      """
      {"competitor": "rival-shop", "sku": "JUG-7", "market": "DE",
       "price": {"amount": "8.99", "currency": "EUR"}, "seenAt": "2025-11-20T08:00:00Z",
       "source": "crawler"}""";

  private static final String MANUAL = "manual";

  /**
   * The observation.
   *
   * @throws Problem 422 when nothing can be bought for such a price, or it is still to be seen
   */
  Observation observation(Instant now) {
    if (price.signum() <= 0) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/price/amount", "must be above zero");
    }
    if (seenAt.isAfter(now)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED).at("/seenAt", "must not be in the future");
    }
    return new Observation(
        new Observation.Key(
            competitor,
            sku,
            market,
            seenAt.truncatedTo(ChronoUnit.MICROS),
            Objects.requireNonNullElse(source, MANUAL)),
        price.amount(),
        price.currency(),
        now);
  }
}
