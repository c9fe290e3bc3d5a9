package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Observation;
import dev.homeport.platform.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price that was seen. */
@Schema(name = "PriceObservation")
record ObservationView(
    @Schema(examples = "rival-shop") String competitor,
    @Schema(examples = "JUG-7") String sku,
    @Schema(examples = "DE") String market,
    Money price,
    Instant seenAt,
    @Schema(examples = "crawler") String source,
    Instant recordedAt) {

  static final String EXAMPLE =
      """
      {"competitor": "rival-shop", "sku": "JUG-7", "market": "DE",
       "price": {"amount": "8.99", "currency": "EUR"}, "seenAt": "2025-11-20T08:00:00Z",
       "source": "crawler", "recordedAt": "2025-11-20T08:00:01Z"}""";

  static ObservationView from(Observation observation) {
    Observation.Key key = observation.key();
    return new ObservationView(
        key.competitor(),
        key.sku(),
        key.market(),
        new Money(observation.price(), observation.currency()),
        key.seenAt(),
        key.source(),
        observation.recordedAt());
  }
}
